#!/bin/sh
# Fetches our headlines into a file that a page includes; cron runs it every minute:
#
#     * * * * * /usr/local/bin/worthy-news.sh 'https://news.example.org/embed/headlines.html?from=bureaus/europe&count=5' /var/www/church/worthy-news.html
#
# When we do not answer, the last good copy stays for at most an hour, then it goes. What we say is gone goes at once.
# Needs curl. A page includes the file by Apache's or nginx's server-side includes, or by any program that builds it.
set -u
address=$1 file=$2
new=$(mktemp "$file.XXXXXX") || exit 1
trap 'rm -f "$new"' EXIT

status=$(curl --silent --location --max-redirs 3 --max-time 10 --max-filesize 262144 --output "$new" --write-out '%{http_code}' "$address") || status=000
case $status in
  200) [ -s "$new" ] && chmod 644 "$new" && mv "$new" "$file" ;;
  408 | 429) ;;                          # asks for patience: the copy stays
  4??) rm -f "$file" ;;                  # there is no such thing any more
esac
[ -z "$(find "$file" -mmin +60 2>/dev/null)" ] || rm -f "$file"
