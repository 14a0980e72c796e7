targetScope = 'subscription'

metadata description = 'What the app may do to the estate: custom roles from their files, and where they are assigned.'

param installation string
param principalId string

@description('Ids of the resource groups on which the app reads and writes.')
param targets array

@description('Ids of the vaults in which the app may read secrets. Empty: the role for it is not even made.')
param chainVaults array

var here = toLower(subscription().subscriptionId)
var targetSubscriptions = union(map(targets, id => toLower(split(id, '/')[2])), [])
var chainSubscriptions = union(map(chainVaults, id => toLower(split(id, '/')[2])), [])

module reconcilerRole 'custom-role.bicep' = {
  name: 'reconciler-${uniqueString(deployment().name)}'
  params: {
    definition: loadJsonContent('../role-definition.json')
    installation: installation
    assignableScopes: map(union(targetSubscriptions, [here]), id => '/subscriptions/${id}')
  }
}

module reconcilerAssignments 'resource-group-role.bicep' = [
  for target in targets: {
    name: 'reconciler-${uniqueString(deployment().name, target)}'
    scope: resourceGroup(split(target, '/')[2], split(target, '/')[4])
    params: {
      principalId: principalId
      roleGuid: reconcilerRole.outputs.roleGuid
    }
  }
]

module operationsRole 'custom-role.bicep' = {
  name: 'operations-${uniqueString(deployment().name)}'
  params: {
    definition: loadJsonContent('../role-definition-operations.json')
    installation: installation
    assignableScopes: map(union(targetSubscriptions, [here]), id => '/subscriptions/${id}')
  }
}

// The status of a gateway PUT is read below /subscriptions/<id>/providers/Microsoft.Network/locations, which no role on a
// resource group reaches, and so are the api-versions of a provider. Three read actions and nothing else are given there.
module operationsAssignments 'subscription-role.bicep' = [
  for id in targetSubscriptions: {
    name: 'operations-${uniqueString(deployment().name, id)}'
    scope: subscription(id)
    params: {
      principalId: principalId
      roleGuid: operationsRole.outputs.roleGuid
    }
  }
]

module chainRole 'custom-role.bicep' = if (!empty(chainVaults)) {
  name: 'chain-${uniqueString(deployment().name)}'
  params: {
    definition: loadJsonContent('../role-definition-chain-read.json')
    installation: installation
    assignableScopes: map(union(chainSubscriptions, [here]), id => '/subscriptions/${id}')
  }
}

module chainAssignments 'vault-role.bicep' = [
  for vault in chainVaults: {
    name: 'chain-${uniqueString(deployment().name, vault)}'
    scope: resourceGroup(split(vault, '/')[2], split(vault, '/')[4])
    params: {
      principalId: principalId
      roleGuid: chainRole!.outputs.roleGuid
      vaultName: split(vault, '/')[8]
    }
  }
]

output reconcilerRoleGuid string = reconcilerRole.outputs.roleGuid
