#!/usr/bin/env bash
# Publishes the three endpoints of the demo service by hand, with the Azure CLI, against a running simulator; then asks
# for each of them through the gateway. Usage: az-walk.sh READY_FILE, with a simulator started with --ready-file.
set -euo pipefail
ready_file=${1:?usage: az-walk.sh READY_FILE}

# Debian's az 2.45.0 asks for models of a network version that Debian's SDK does not carry (Azure/azure-cli issue 26830):
# one constant is changed in memory, nothing on disk. It runs on the python that Debian packages az for.
python=${AZ_PYTHON:-/usr/bin/python3}
az() {
  echo "az $*" | sed 's/ -p [^ ]*/ -p …/' >&2
  "$python" -c '
import runpy
from azure.cli.core.profiles import _shared as profiles
profiles.AZURE_API_PROFILES["latest"][profiles.ResourceType.MGMT_NETWORK] = "2022-07-01"
runpy.run_module("azure.cli", run_name="__main__")' "$@" --output "${az_output:-none}"
}
ready() { "$python" -c 'import json, sys; print(json.load(open(sys.argv[1]))[sys.argv[2]])' "$ready_file" "$1"; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export AZURE_CONFIG_DIR=$work AZURE_CORE_COLLECT_TELEMETRY=no AZURE_CORE_ONLY_SHOW_ERRORS=yes
ca=$(ready caFile) arm=$(ready armEndpoint)
export REQUESTS_CA_BUNDLE=$ca

az cloud register --name Simulated --endpoint-resource-manager "$arm" --endpoint-management "$arm" \
  --endpoint-active-directory "$(ready loginEndpoint)" --endpoint-active-directory-graph-resource-id "$arm" \
  --endpoint-active-directory-resource-id https://management.azure.com/
az cloud set --name Simulated
az login --service-principal -u "$(ready clientId)" -p "$(ready clientSecret)" --tenant "$(ready tenantId)"

group=(--resource-group rg-edge)
gateway=("${group[@]}" --gateway-name agw-edge)
edge=(network application-gateway)

# The certificates of the demo service end in the public root of the simulated world, which is the last of the CA file.
"$python" - "$ca" "$work/root.cer" <<'PY'
import sys
blocks = open(sys.argv[1]).read().split("-----END CERTIFICATE-----")
open(sys.argv[2], "w").write(blocks[-2].strip() + "\n-----END CERTIFICATE-----\n")
PY
az "${edge[@]}" root-cert create "${gateway[@]}" --name apim-root --cert-file "$work/root.cer"

priority=100
publish() { # name, status path, probe interval, probe time-out
  local host=$1.contoso.com part=("${gateway[@]}" --name "apim-$1")
  # A zone for the one host name hides no other name of the domain.
  az network private-dns zone create "${group[@]}" --name "$host"
  az network private-dns link vnet create "${group[@]}" --zone-name "$host" --name vnet-edge \
    --virtual-network vnet-edge --registration-enabled false
  az network private-dns record-set a add-record "${group[@]}" --zone-name "$host" --record-set-name @ \
    --ipv4-address 10.0.1.5
  az "${edge[@]}" address-pool create "${part[@]}" --servers "$host"
  az "${edge[@]}" probe create "${part[@]}" --protocol Https --host "$host" --path "$2" --interval "$3" --timeout "$4" \
    --threshold 8
  az "${edge[@]}" http-settings create "${part[@]}" --port 443 --protocol Https --host-name "$host" --timeout 180 \
    --probe "apim-$1" --root-certs apim-root
  az "${edge[@]}" ssl-cert create "${part[@]}" \
    --key-vault-secret-id "https://kv-edge.vault.azure.net/secrets/cert-$1-contoso-com"
  az "${edge[@]}" http-listener create "${part[@]}" --frontend-ip appGwPublicFrontendIpIPv4 --frontend-port port_443 \
    --ssl-cert "apim-$1" --host-name "$host"
  az "${edge[@]}" rule create "${part[@]}" --rule-type Basic --priority "$priority" --http-listener "apim-$1" \
    --address-pool "apim-$1" --http-settings "apim-$1"
  priority=$((priority + 10))
}
publish api /status-0123456789abcdef 30 120
publish portal /signin 60 300
publish management /ServiceStatus 60 300

unhealthy=$(az_output=tsv az "${edge[@]}" show-backend-health "${group[@]}" --name agw-edge --query \
  "backendAddressPools[].backendHttpSettingsCollection[].servers[?health!='Healthy'].healthProbeLog[]")
if [ -n "$unhealthy" ]; then
  echo "not healthy: $unhealthy" >&2
  exit 1
fi
echo "every backend is Healthy"
connect=$("$python" - "$ready_file" <<'PY'
import json, sys
for one in json.load(open(sys.argv[1]))["frontends"]:
    if one["frontend"] == "appGwPublicFrontendIpIPv4" and one["port"] == 443:
        print(one["connect"])
PY
)
ask() { # name, path
  local status
  status=$(curl --silent --output /dev/null --write-out '%{http_code}' --cacert "$ca" \
    --connect-to "$1.contoso.com:443:$connect" "https://$1.contoso.com$2")
  echo "$status https://$1.contoso.com$2"
  [ "$status" = 200 ]
}
ask api /status-0123456789abcdef
ask portal /signin
ask management /ServiceStatus
