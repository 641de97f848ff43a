package invite

import (
	"strings"
	"time"
	"unicode"
)

// Location returns the zone that name means: an IANA name in any case, a path
// that ends in one ("/mozilla.org/20050126_1/Europe/Berlin"), or the Windows
// name that Outlook writes as TZID.
func Location(name string) (*time.Location, bool) {
	name = strings.Trim(strings.TrimSpace(name), `"`)
	if zone, ok := windowsZones()[strings.ToLower(name)]; ok {
		name = zone
	}
	parts := strings.Split(strings.Trim(name, "/"), "/")
	for i := max(0, len(parts)-3); i < len(parts); i++ {
		if loc, ok := iana(strings.Join(parts[i:], "/")); ok {
			return loc, true
		}
	}
	return nil, false
}

// iana loads a zone. Single words are refused but for UTC: "EST" and "MST" are
// files of the database that stand still all year, and nobody means them.
func iana(name string) (*time.Location, bool) {
	switch strings.ToUpper(name) {
	case "UTC", "ETC/UTC", "GMT", "ETC/GMT", "Z":
		return time.UTC, true
	}
	if !strings.Contains(name, "/") || strings.HasPrefix(name, "/") {
		return nil, false
	}
	for _, n := range []string{name, titled(name)} {
		if loc, err := time.LoadLocation(n); err == nil {
			return loc, true
		}
	}
	return nil, false
}

// titled writes a name as the database does: "america/new_york" is
// "America/New_York".
func titled(name string) string {
	start := true
	return strings.Map(func(r rune) rune {
		if start {
			r = unicode.ToUpper(r)
		} else {
			r = unicode.ToLower(r)
		}
		start = r == '/' || r == '_' || r == '-'
		return r
	}, name)
}
