targetScope = 'subscription'

metadata description = 'Lockstep in Azure: function app, storage, telemetry, roles, events and alerts.'

@description('Name of this installation; azd calls it the environment.')
@minLength(1)
@maxLength(32)
param environmentName string

@description('Region of everything that this template makes.')
@minLength(1)
@metadata({
  azd: {
    type: 'location'
  }
})
param location string

@description('Resource group to make. Empty: rg-lockstep-<environmentName>.')
param resourceGroupName string = ''

@description('Whether the code is there. Event Grid and the alert need the functions to exist, so azd provisions a second time after the first deployment.')
param functionsDeployed bool = false

// Lists are written with commas, because that is what "azd env set" can hold without quoting.

@description('Ids of the resource groups of services, gateways, networks, gateway identities, DNS zones and vaults. The app gets its role on these and nowhere else.')
param targetResourceGroups string = ''

@description('Ids of the resource groups, or of this subscription, whose Resource Manager events are wanted. Empty: this subscription.')
param watchedScopes string = ''

@description('Ids of the vaults whose certificate and secret events are wanted.')
param vaultIds string = ''

@description('Ids of vaults in which the app may read the secret behind a certificate. Opt-in: such a secret holds the private key.')
param chainVaultIds string = ''

@description('Ids of the gateways that get an alert on unhealthy hosts.')
param gatewayIds string = ''

@description('Id of a subnet delegated to Microsoft.App/environments. Empty: no VNet integration.')
param subnetId string = ''

@description('Names this installation in owned elements and DNS metadata. Empty: lockstep.')
param instanceId string = ''

@description('NCRONTAB in UTC, seconds first. Empty: every 15 minutes.')
param driftCheckSchedule string = ''

@description('Path of a bindings file that the app can read. Empty: infra/bindings.json goes into the settings.')
param bindingsFile string = ''

@description('URL of a blob with the bindings, read with the identity of the app; instead of bindings.json.')
param bindingsUrl string = ''

@description('Version with which gateways are read and written. Empty: 2025-01-01.')
param gatewayApiVersion string = ''

@description('Version with which API Management is read. Empty: 2024-05-01.')
param apimApiVersion string = ''

@description('Overrides the Resource Manager endpoint of the cloud. Empty: that of the cloud.')
param armEndpoint string = ''

@description('Overrides the token audience of Resource Manager. Empty: that of the cloud.')
param armAudience string = ''

@description('Overrides the authority that issues tokens. Empty: that of the cloud.')
param authorityHost string = ''

@description('Overrides the host suffix of vaults that may get a token. Empty: that of the cloud.')
param vaultSuffix string = ''

@description('Overrides the host suffix of storage accounts that may get a token. Empty: that of the cloud.')
param storageSuffix string = ''

@description('Memory of an instance.')
@allowed([
  512
  2048
  4096
])
param instanceMemoryMB int = 2048

@description('Ceiling of the scale-out.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = {
  'azd-env-name': environmentName
}
var deploymentContainer = 'app-package'
var deadLetterContainer = 'deadletter'

var targets = filter(map(split(targetResourceGroups, ','), id => trim(id)), id => !empty(id))
var listedScopes = filter(map(split(watchedScopes, ','), id => trim(id)), id => !empty(id))
var scopes = empty(listedScopes) ? [subscription().id] : listedScopes
var vaults = filter(map(split(vaultIds, ','), id => trim(id)), id => !empty(id))
var chainVaults = filter(map(split(chainVaultIds, ','), id => trim(id)), id => !empty(id))
var gateways = filter(map(split(gatewayIds, ','), id => trim(id)), id => !empty(id))

// ---- Settings of the app ------------------------------------------------------------------------------------------

var cloudNames = {
  AzureCloud: 'AzurePublic'
  AzureChinaCloud: 'AzureChina'
  AzureUSGovernment: 'AzureUSGovernment'
}

var fixedSettings = {
  LOCKSTEP_INSTANCE: empty(instanceId) ? 'lockstep' : instanceId
  LOCKSTEP_CLOUD: cloudNames[environment().name]
  LOCKSTEP_CREDENTIAL: 'managedIdentity'
  LOCKSTEP_GATEWAY_API_VERSION: empty(gatewayApiVersion) ? '2025-01-01' : gatewayApiVersion
  LOCKSTEP_APIM_API_VERSION: empty(apimApiVersion) ? '2024-05-01' : apimApiVersion
  DRIFT_CHECK_SCHEDULE: empty(driftCheckSchedule) ? '0 */15 * * * *' : driftCheckSchedule
}

// Left out when empty: an absent setting means the default, an empty one would have to be explained.
var optionalSettings = {
  LOCKSTEP_BINDINGS: empty(bindingsFile) && empty(bindingsUrl) ? string(loadJsonContent('bindings.json')) : ''
  LOCKSTEP_BINDINGS_FILE: bindingsFile
  LOCKSTEP_BINDINGS_URL: bindingsUrl
  LOCKSTEP_ARM_ENDPOINT: armEndpoint
  LOCKSTEP_ARM_AUDIENCE: armAudience
  LOCKSTEP_AUTHORITY_HOST: authorityHost
  LOCKSTEP_VAULT_SUFFIX: vaultSuffix
  LOCKSTEP_STORAGE_SUFFIX: storageSuffix
}
var givenSettings = toObject(
  filter(items(optionalSettings), setting => !empty(setting.value)),
  setting => setting.key,
  setting => setting.value
)

var identitySettings = {
  AZURE_CLIENT_ID: identity.outputs.clientId
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.outputs.clientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.connectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.outputs.clientId};Authorization=AAD'
}

// An account name stands for the host names of global Azure only (Microsoft Learn, functions-reference, identity connections).
var storageSettings = environment().name == 'AzureCloud'
  ? {
      AzureWebJobsStorage__accountName: storage.outputs.name
    }
  : {
      AzureWebJobsStorage__blobServiceUri: storage.outputs.blobEndpoint
      AzureWebJobsStorage__queueServiceUri: storage.outputs.queueEndpoint
    }

// ---- The app and what it stands on --------------------------------------------------------------------------------

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: empty(resourceGroupName) ? 'rg-lockstep-${environmentName}' : resourceGroupName
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-lockstep-${token}'
    location: location
    tags: tags
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    name: 'stlockstep${token}'
    location: location
    tags: tags
    deploymentContainer: deploymentContainer
    deadLetterContainer: deadLetterContainer
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    workspaceName: 'log-lockstep-${token}'
    insightsName: 'appi-lockstep-${token}'
    location: location
    tags: tags
  }
}

module appRoles 'modules/app-roles.bicep' = {
  name: 'app-roles'
  scope: group
  params: {
    principalId: identity.outputs.principalId
    storageName: storage.outputs.name
    insightsName: monitoring.outputs.insightsName
  }
}

module functionApp 'modules/function-app.bicep' = {
  name: 'function-app'
  scope: group
  params: {
    name: 'func-lockstep-${token}'
    planName: 'plan-lockstep-${token}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    storageBlobEndpoint: storage.outputs.blobEndpoint
    deploymentContainer: deploymentContainer
    subnetId: subnetId
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    appSettings: union(fixedSettings, givenSettings, identitySettings, storageSettings)
  }
  // The host reads its storage at the first start.
  dependsOn: [
    appRoles
  ]
}

// ---- What the app may do to the estate ----------------------------------------------------------------------------

module estateRoles 'modules/estate-roles.bicep' = {
  name: 'estate-roles-${token}'
  params: {
    installation: environmentName
    principalId: identity.outputs.principalId
    targets: targets
    chainVaults: chainVaults
  }
}

// ---- What wakes the app -------------------------------------------------------------------------------------------

module resourceEvents 'modules/resource-events.bicep' = [
  for id in scopes: {
    name: 'resource-events-${uniqueString(id)}'
    scope: group
    params: {
      watchedScope: id
      tags: tags
      functionAppId: functionApp.outputs.id
      storageName: storage.outputs.name
      deadLetterContainer: deadLetterContainer
      subscribe: functionsDeployed
    }
  }
]

module vaultEvents 'modules/vault-events.bicep' = [
  for id in vaults: {
    name: 'vault-events-${uniqueString(id)}'
    scope: group
    params: {
      vaultId: id
      tags: tags
      functionAppId: functionApp.outputs.id
      storageName: storage.outputs.name
      deadLetterContainer: deadLetterContainer
      subscribe: functionsDeployed
    }
  }
]

module alerts 'modules/alerts.bicep' = if (functionsDeployed) {
  name: 'alerts'
  scope: group
  params: {
    functionAppName: functionApp.outputs.name
    gatewayIds: gateways
    tags: tags
  }
}

// ---- What people and scripts ask for afterwards (azd keeps these in its environment; none is a secret) --------------

output AZURE_RESOURCE_GROUP string = group.name
output AZURE_FUNCTION_APP_NAME string = functionApp.outputs.name
output FUNCTION_APP_URL string = functionApp.outputs.url
output FUNCTION_APP_PRINCIPAL_ID string = identity.outputs.principalId
output STORAGE_ACCOUNT_NAME string = storage.outputs.name
output RECONCILER_ROLE_GUID string = estateRoles.outputs.reconcilerRoleGuid
