package reply

import (
	"strings"

	"golang.org/x/net/publicsuffix"
)

// domainOf returns the domain of an addr-spec in lower case.
func domainOf(address string) string {
	_, domain, _ := strings.Cut(strings.ToLower(address), "@")
	return strings.TrimSuffix(domain, ".")
}

// registrable returns the part of a domain that somebody registered.
func registrable(domain string) string {
	if d, err := publicsuffix.EffectiveTLDPlusOne(strings.ToLower(domain)); err == nil {
		return d
	}
	return strings.ToLower(domain)
}
