// Reads and writes a simulator with the JavaScript SDKs: node walk.mjs READY_FILE. Prints what it read as JSON.
import { readFileSync } from "node:fs";
import { ApiManagementClient } from "@azure/arm-apimanagement";
import { NetworkManagementClient } from "@azure/arm-network";
import { PrivateDnsManagementClient } from "@azure/arm-privatedns";

const ready = JSON.parse(readFileSync(process.argv[2], "utf8"));
const scope = "https://management.azure.com/.default";
const group = "rg-edge";

const credential = {
  async getToken(scopes) {
    const answer = await fetch(`${ready.armEndpoint}/${ready.tenantId}/oauth2/v2.0/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: ready.clientId,
        client_secret: ready.clientSecret,
        scope: Array.isArray(scopes) ? scopes.join(" ") : scopes,
      }),
    });
    const body = await answer.json();
    return { token: body.access_token, expiresOnTimestamp: Number(body.expires_on) * 1000 };
  },
};
const options = { endpoint: ready.armEndpoint, credentialScopes: [scope], credentials: { scopes: [scope] } };
const often = { updateIntervalInMs: 20 };
const all = async (pages) => {
  const found = [];
  for await (const one of pages) found.push(one);
  return found;
};

const apim = new ApiManagementClient(credential, ready.subscriptionId, options);
const network = new NetworkManagementClient(credential, ready.subscriptionId, options);
const dns = new PrivateDnsManagementClient(credential, ready.subscriptionId, options);

async function service() {
  const before = await apim.apiManagementService.get(group, "apim-contoso");
  const custom = before.hostnameConfigurations.filter((one) => one.certificateSource !== "BuiltIn");
  const added = {
    type: "Proxy",
    hostName: "orders.contoso.com",
    keyVaultId: "https://kv-edge.vault.azure.net/secrets/cert-api-contoso-com",
  };
  const after = await apim.apiManagementService.beginUpdateAndWait(
    group, "apim-contoso", { hostnameConfigurations: [...custom, added] }, often);
  const listed = await all(apim.apiManagementService.listByResourceGroup(group));
  return {
    listed: listed.map((one) => one.name),
    hostNames: after.hostnameConfigurations.map((one) => one.hostName),
    addresses: after.privateIPAddresses,
  };
}

async function zone() {
  const zone = "orders.contoso.com";
  await dns.privateZones.createOrUpdate(group, zone, { location: "global" }, often);
  const virtualNetwork = { id: `/subscriptions/${ready.subscriptionId}/resourceGroups/${group}/providers/Microsoft.Network/virtualNetworks/vnet-edge` };
  await dns.virtualNetworkLinks.createOrUpdate(
    group, zone, "vnet-edge", { location: "global", virtualNetwork, registrationEnabled: false }, often);
  const record = { ttl: 300, aRecords: [{ ipv4Address: "10.0.1.5" }], metadata: { owner: "javascript" } };
  await dns.recordSets.createOrUpdate(group, zone, "A", "@", record, { ifNoneMatch: "*" });
  const again = await dns.recordSets
    .createOrUpdate(group, zone, "A", "@", record, { ifNoneMatch: "*" })
    .then(() => "taken", (refused) => refused.statusCode);
  const sets = await all(dns.recordSets.list(group, zone));
  return { again, sets: sets.map((one) => `${one.type.split("/").pop()} ${one.name}`) };
}

async function gateway() {
  const document = await network.applicationGateways.get(group, "agw-edge");
  document.backendAddressPools.push({
    name: "orders", backendAddresses: [{ fqdn: "orders.contoso.com" }],
  });
  const written = await network.applicationGateways.createOrUpdate(group, "agw-edge", document, often);
  const tagged = await network.applicationGateways.updateTags(group, "agw-edge", { tags: { by: "javascript" } });
  const health = await network.applicationGateways.backendHealth(group, "agw-edge", often);
  const subnet = await network.subnets.get(group, "vnet-edge", "snet-agw");
  return {
    state: written.provisioningState,
    pools: written.backendAddressPools.map((one) => one.name),
    tags: tagged.tags,
    servers: health.backendAddressPools.flatMap((pool) =>
      pool.backendHttpSettingsCollection.flatMap((one) => one.servers.map((server) => server.health))),
    subnet: subnet.addressPrefix,
  };
}

console.log(JSON.stringify({ service: await service(), zone: await zone(), gateway: await gateway() }));
