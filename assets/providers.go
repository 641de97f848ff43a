package assets

import (
	_ "embed"
	"encoding/json"
	"strings"
	"sync"
)

//go:embed providers.json
var providersFile []byte

// A Provider is what is known of one mail provider for everybody.
type Provider struct {
	ID          string   `json:"id"`
	Name        string   `json:"name"`
	Username    string   `json:"username"`     // the user's name at the server: email, or localpart
	AppPassword string   `json:"app_password"` // whether the usual password is taken, such as required-without-oauth
	OAuth       string   `json:"oauth"`
	HelpURL     string   `json:"help_url"`
	Domains     []string `json:"domains"`
	IMAP        Endpoint `json:"imap"`
	SMTP        Endpoint `json:"smtp"`
	SavesSent   bool     `json:"saves_sent"` // the server keeps a copy of what it sends in Sent
}

// An Endpoint is one server of a provider; Security is tls or starttls.
type Endpoint struct {
	Host     string
	Port     int
	Security string
}

// NoPassword reports whether the provider takes no password at all, only a
// sign-in through the browser.
func (p Provider) NoPassword() bool { return p.AppPassword == "rejected" }

// UserOf returns the name under which the provider knows an address.
func (p Provider) UserOf(address string) string {
	if local, _, ok := strings.Cut(address, "@"); ok && p.Username == "localpart" {
		return local
	}
	return address
}

// ProviderOf returns the provider of a mail address, and whether there is one: an
// address elsewhere is that of a company, a school or a person's own domain.
func ProviderOf(address string) (Provider, bool) {
	p, ok := providers().domains[strings.ToLower(address[strings.LastIndexByte(address, '@')+1:])]
	return p, ok
}

// ProviderOfMX returns the provider that a mail exchanger belongs to (RFC 5321
// 5.1), and whether one is known: it takes mail for its customers' own domains.
func ProviderOfMX(host string) (Provider, bool) {
	table := providers()
	for host = strings.ToLower(strings.TrimSuffix(host, ".")); host != ""; {
		if p, ok := table.exchangers[host]; ok {
			return p, true
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return Provider{}, false
}

// A providerTable knows providers by mail domain and by the end of their mail
// exchangers' names.
type providerTable struct{ domains, exchangers map[string]Provider }

// providers is the table, read at the first use.
var providers = sync.OnceValue(func() providerTable {
	var file struct {
		MX        map[string]string // the end of a name, and whose it is
		Providers []Provider
	}
	table := providerTable{make(map[string]Provider), make(map[string]Provider)}
	if json.Unmarshal(providersFile, &file) != nil { // a test reads it
		return table
	}
	byID := make(map[string]Provider)
	for _, p := range file.Providers {
		byID[p.ID] = p
		for _, d := range p.Domains {
			table.domains[strings.ToLower(d)] = p
		}
	}
	for host, id := range file.MX {
		table.exchangers[host] = byID[id]
	}
	return table
})
