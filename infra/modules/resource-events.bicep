metadata description = 'Resource Manager events of one subscription or resource group, filtered to what can move a target.'

param watchedScope string
param tags object
param functionAppId string
param storageName string
param deadLetterContainer string
param subscribe bool

// At most 25 values over all filters of a subscription (Microsoft Learn, event-grid/event-filtering).
// Event Grid compares strings without case, as the operation names need it.
var operations = loadJsonContent('../event-operations.json')

module topic 'system-topic.bicep' = {
  name: 'topic-${uniqueString(watchedScope)}'
  params: {
    name: 'evgt-lockstep-${uniqueString(watchedScope)}'
    location: 'global'
    tags: tags
    source: watchedScope
    topicType: contains(toLower(watchedScope), '/resourcegroups/') ? 'Microsoft.Resources.ResourceGroups' : 'Microsoft.Resources.Subscriptions'
    functionAppId: functionAppId
    storageName: storageName
    deadLetterContainer: deadLetterContainer
    subscribe: subscribe
    includedEventTypes: [
      'Microsoft.Resources.ResourceWriteSuccess'
      'Microsoft.Resources.ResourceWriteFailure'
      'Microsoft.Resources.ResourceWriteCancel'
      'Microsoft.Resources.ResourceDeleteSuccess'
      'Microsoft.Resources.ResourceDeleteFailure'
      'Microsoft.Resources.ResourceDeleteCancel'
      'Microsoft.Resources.ResourceActionSuccess'
      'Microsoft.Resources.ResourceActionFailure'
      'Microsoft.Resources.ResourceActionCancel'
    ]
    advancedFilters: [
      {
        operatorType: 'StringIn'
        key: 'data.operationName'
        values: operations
      }
      // Our own health reads are POSTs and come back as events. The list above leaves them out already;
      // this line keeps them out if somebody widens the list.
      {
        operatorType: 'StringNotContains'
        key: 'data.operationName'
        values: [
          'backendhealth'
        ]
      }
    ]
  }
}
