targetScope = 'subscription'

metadata description = 'Makes a custom role from a file in the format of "az role definition create", so that both ways make the same role.'

param definition object

@description('Role names are unique in a tenant; this tells two installations apart.')
param installation string

@description('Ids of the subscriptions in which the role may be assigned.')
param assignableScopes array

resource role 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(subscription().id, installation, definition.Name)
  properties: {
    type: 'CustomRole'
    roleName: '${definition.Name} (${installation})'
    description: definition.Description
    permissions: [
      {
        actions: definition.Actions
        notActions: definition.NotActions
        dataActions: definition.DataActions
        notDataActions: definition.NotDataActions
      }
    ]
    assignableScopes: assignableScopes
  }
}

@description('The GUID of the role; its resource id differs by the subscription that asks.')
output roleGuid string = role.name
