metadata description = 'An unhealthy backend host starts a run that reads the health and writes the reason into the journal.'

param functionAppName string
param gatewayIds array
param tags object

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: functionAppName
}

// The key of the function "alert" alone, asked for at deployment: it is in no parameter, output or file. It opens nothing else,
// and the worst that its holder can do is to start a look.
resource actionGroup 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-lockstep'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'lockstep'
    enabled: true
    azureFunctionReceivers: [
      {
        name: 'lockstep-alert'
        functionAppResourceId: app.id
        functionName: 'alert'
        httpTriggerUrl: 'https://${app.properties.defaultHostName}/api/alert?code=${listKeys('${app.id}/functions/alert', '2024-04-01').default}'
        useCommonAlertSchema: true
      }
    ]
  }
}

resource unhealthy 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for gatewayId in gatewayIds: {
    name: 'lockstep-unhealthy-${uniqueString(gatewayId)}'
    location: 'global'
    tags: tags
    properties: {
      description: 'Application Gateway ${split(gatewayId, '/')[8]} has an unhealthy backend host.'
      severity: 2
      enabled: true
      autoMitigate: true
      scopes: [
        gatewayId
      ]
      evaluationFrequency: 'PT1M'
      windowSize: 'PT5M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: 'unhealthy-hosts'
            metricNamespace: 'Microsoft.Network/applicationGateways'
            metricName: 'UnhealthyHostCount'
            timeAggregation: 'Average'
            operator: 'GreaterThan'
            threshold: 0
            dimensions: [
              {
                name: 'BackendSettingsPool'
                operator: 'Include'
                values: [
                  '*'
                ]
              }
            ]
          }
        ]
      }
      actions: [
        {
          actionGroupId: actionGroup.id
        }
      ]
    }
  }
]

output actionGroupId string = actionGroup.id
