#!/bin/sh
# Starts nginx in front of the api. Writes its configuration into RUN_DIR, the one place that need be writable.
#   API_ADDRESS      host:port of the api
#   TRUSTED_PROXIES  addresses and ranges whose X-Forwarded-* headers are believed, as a,b or ["a","b"]
#   PORT DASHBOARD RUN_DIR RESOLVERS   elsewhere than in the image
set -eu

here=$(cd "$(dirname "$0")" && pwd)
api_address=${API_ADDRESS:-api:8000}
port=${PORT:-8000}
dashboard=${DASHBOARD:-$here/dashboard}
run_dir=${RUN_DIR:-/tmp}

name_servers() {
    awk '$1 == "nameserver" && $2 !~ /%/ { print ($2 ~ /:/) ? "[" $2 "]" : $2 }' /etc/resolv.conf | tr '\n' ' '
}
resolvers=${RESOLVERS:-$(name_servers)}

trusted=
for address in $(printf '%s' "${TRUSTED_PROXIES:-}" | tr -d "[]\"'" | tr ',' ' '); do
    case $address in
        *[!0-9A-Fa-f:./]*) echo "TRUSTED_PROXIES: $address is not an address or a range." >&2; exit 1 ;;
    esac
    trusted="$trusted set_real_ip_from $address;"
done

sed -e "s|\${API_ADDRESS}|$api_address|" \
    -e "s|\${PORT}|$port|" \
    -e "s|\${DASHBOARD}|$dashboard|" \
    -e "s|\${RUN_DIR}|$run_dir|" \
    -e "s|\${RESOLVERS}|${resolvers:-127.0.0.11}|" \
    -e "s|\${TRUSTED_PROXIES}|$trusted|" \
    -e "s|include nginx/|include $here/nginx/|" \
    "$here/nginx.conf" >"$run_dir/nginx.conf"

exec nginx -e stderr -c "$run_dir/nginx.conf" -g 'daemon off;'
