metadata description = 'Certificate and secret events of one Key Vault. A renewed certificate starts a run for each target that uses it.'

param vaultId string
param tags object
param functionAppId string
param storageName string
param deadLetterContainer string
param subscribe bool

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: split(vaultId, '/')[8]
  scope: resourceGroup(split(vaultId, '/')[2], split(vaultId, '/')[4])
}

module topic 'system-topic.bicep' = {
  name: 'topic-${uniqueString(vaultId)}'
  params: {
    name: 'evgt-lockstep-${uniqueString(vaultId)}'
    // The topic of a regional source must lie in the region of the source.
    location: vault.location
    tags: tags
    source: vaultId
    topicType: 'Microsoft.KeyVault.vaults'
    functionAppId: functionAppId
    storageName: storageName
    deadLetterContainer: deadLetterContainer
    subscribe: subscribe
    includedEventTypes: [
      'Microsoft.KeyVault.CertificateNewVersionCreated'
      'Microsoft.KeyVault.CertificateNearExpiry'
      'Microsoft.KeyVault.CertificateExpired'
      'Microsoft.KeyVault.SecretNewVersionCreated'
      'Microsoft.KeyVault.SecretNearExpiry'
      'Microsoft.KeyVault.SecretExpired'
    ]
    advancedFilters: []
  }
}
