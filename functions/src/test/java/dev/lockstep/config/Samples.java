package dev.lockstep.config;

/** Texts of bindings. */
public final class Samples {
  static final String P = "/subscriptions/s/resourceGroups/g/providers/";
  static final String SERVICE = P + "Microsoft.ApiManagement/service/apim";
  static final String GATEWAY = P + "Microsoft.Network/applicationGateways/agw";
  static final String ZONE = P + "Microsoft.Network/privateDnsZones/contoso.com";
  static final String WAF_POLICY =
      P + "Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies/waf";
  static final String MINIMAL =
      "'name':'a','service':'" + SERVICE + "','gateway':'" + GATEWAY + "'";

  private Samples() {}

  /** A text that uses every property there is. */
  public static String everyProperty() {
    return """
            {'$schema':'bindings.schema.json','bindings':[{'name':'contoso.prod','service':'%1$s','gateway':'%2$s','zones':['%3$s'],
              'endpoints':{'Management':{'frontend':'both','probePath':'/up',
                'probeInterval':'PT5S','probeTimeout':7,'unhealthyThreshold':3,
                'requestTimeout':'90','allowPublic':true,'pool':'address',
                'probeHost':'Up.contoso.com','redirectHttp':true,'wafPolicy':'%4$s',
                'sslProfile':'strict','drainTimeout':'PT1M','claim':true}},
              'certificates':{'API.contoso.com':'https://KV.vault.azure.net/secrets/Api/'},
              'trustedRoots':[{'existing':'root-a'},{'data':'%5$s'}],
              'backendTrust':'listed','trustBundle':{'blob':'https://stpki.blob.core.windows.net/pki/bundle.pem'},
              'readChain':true,'presentedChain':false,
              'prefix':'x1','ttl':60,'mode':'apply','deletePolicy':'upsert-only',
              'deleteCap':{'hosts':2,'percent':10},'removeAfter':'PT10M',
              'dns':{'private':'frontend','public':'alias'},'regions':['westeurope'],
              'freeze':[{'cron':'0 0 18 * * FRI','duration':'PT62H','zone':'Europe/Berlin'}]}],
             'discovery':{'scopes':['/subscriptions/s','/subscriptions/s/resourceGroups/g'],
               'services':['apim-a','%1$s-b'],'tag':'gw','zonesTag':'zones','frontend':'public'}}
            """
        .formatted(SERVICE, GATEWAY, ZONE, WAF_POLICY, TestCertificates.DER)
        .replace('\'', '"');
  }

  /** One binding with what it needs and this beside it. */
  public static String with(String property) {
    return ("{'bindings':[{" + MINIMAL + "," + property + "}]}")
        .replace("%S", SERVICE)
        .replace("%Z", ZONE)
        .replace('\'', '"');
  }
}
