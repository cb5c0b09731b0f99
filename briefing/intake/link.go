package intake

import (
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"
)

// linkTarget is a link as it may stand in prose, or "" for one that leads to
// no page, mailbox or telephone. It leads where the reader is to go, not by way
// of who counts the readers.
func linkTarget(link string) string {
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil || len(link) > 2000 {
		return ""
	}
	u = behind(u)
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		u.RawQuery = unfollowed(u.RawQuery)
	case "mailto", "tel":
	default:
		return ""
	}
	return strings.NewReplacer("(", "%28", ")", "%29", "<", "%3C", ">", "%3E", " ", "%20", `\`, "%5C", "*", "%2A").Replace(u.String())
}

// behind is the address that a redirect leads to; any other address is itself.
// Mails that were sent on have redirects to redirects.
func behind(u *url.URL) *url.URL {
	for range 5 {
		next := redirected(u)
		to, err := url.Parse(next)
		if err != nil || !utf8.ValidString(next) || !slices.Contains([]string{"http", "https", "mailto"}, strings.ToLower(to.Scheme)) {
			break
		}
		u = to
	}
	return u
}

// redirected is where an address of Google's or Outlook's says that it leads,
// or "".
func redirected(u *url.URL) string {
	host := strings.ToLower(u.Hostname())
	switch {
	case strings.HasSuffix(host, ".safelinks.protection.outlook.com"):
		return u.Query().Get("url")
	case (host == "www.google.com" || host == "google.com") && u.Path == "/url":
		if to := u.Query().Get("q"); to != "" {
			return to
		}
		return u.Query().Get("url")
	}
	return ""
}

// unfollowed is a query without what only tells by which mail or notice a
// reader came. The rest stays as it was written.
func unfollowed(query string) string {
	var kept []string
	for part := range strings.SplitSeq(query, "&") {
		name, _, _ := strings.Cut(strings.ToLower(part), "=")
		switch {
		case strings.HasPrefix(name, "utm_"), name == "fbclid", name == "gclid", name == "mc_cid", name == "mc_eid":
		default:
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, "&")
}
