# Varnish before Worthy News. The house prints which keys a page has and tells Varnish which of them are old.
#
#   Cache__PurgeUrl=http://127.0.0.1:6081/  Outbound__AllowedNetworks=127.0.0.1  Site__Proxies=127.0.0.1
#   varnishd -a 127.0.0.1:6081 -f /etc/varnish/worthy-news.vcl -s malloc,256m
vcl 4.1;

import std;

backend house {
    .host = "127.0.0.1";
    .port = "5080";
    .probe = {
        .url = "/health/live";
        .interval = 2s;
    }
}

# Only the house may say that something is old.
acl house_only {
    "127.0.0.1";
}

sub vcl_recv {
    if (req.method == "PURGE") {
        if (client.ip !~ house_only) {
            return (synth(405, "Not allowed"));
        }
        if (!req.http.Surrogate-Key) {
            return (synth(400, "Which keys?"));
        }
        ban("obj.http.Surrogate-Key ~ (^|\s)(" + regsuball(req.http.Surrogate-Key, "\s+", "|") + ")(\s|$)");
        return (synth(200, "Dropped"));
    }

    # What people sign in to is never kept.
    if (req.url ~ "^/(desk|partners|hub)(/|$)" || (req.method != "GET" && req.method != "HEAD")) {
        return (pass);
    }

    # No public page reads a cookie. Where the house answers nothing older than the minute goes out.
    unset req.http.Cookie;
    if (std.healthy(req.backend_hint)) {
        set req.grace = 0s;
    }
    return (hash);
}

sub vcl_backend_response {
    # A page with keys is dropped by them. The minute is for the day on which a purge is lost.
    if (beresp.http.Surrogate-Key && (beresp.status == 200 || beresp.status == 410) && !beresp.http.Set-Cookie) {
        unset beresp.http.Pragma;
        set beresp.ttl = 60s;
        # While the house cannot be reached at all, what is here goes on for an hour. What a purge dropped is not here.
        set beresp.grace = 1h;
        set beresp.uncacheable = false;
        return (deliver);
    }
}

sub vcl_deliver {
    unset resp.http.Surrogate-Key;
    unset resp.http.Via;
    unset resp.http.X-Varnish;
}
