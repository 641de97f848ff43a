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
	Name        string   `json:"name"`
	AppPassword string   `json:"app_password"` // whether the usual password is taken, such as required-without-oauth
	OAuth       string   `json:"oauth"`
	HelpURL     string   `json:"help_url"`
	Domains     []string `json:"domains"`
	IMAP        struct {
		Host, Security string
		Port           int
	} `json:"imap"`
}

// NoPassword reports whether the provider takes no password at all, only a
// sign-in through the browser.
func (p Provider) NoPassword() bool { return p.AppPassword == "rejected" }

// ProviderOf returns the provider of a mail address, and whether there is one: an
// address elsewhere is that of a company, a school or a person's own domain.
func ProviderOf(address string) (Provider, bool) {
	p, ok := providers()[strings.ToLower(address[strings.LastIndexByte(address, '@')+1:])]
	return p, ok
}

// providers is the table by mail domain, read at the first use.
var providers = sync.OnceValue(func() map[string]Provider {
	var file struct{ Providers []Provider }
	table := make(map[string]Provider)
	if json.Unmarshal(providersFile, &file) != nil { // a test reads it
		return table
	}
	for _, p := range file.Providers {
		for _, d := range p.Domains {
			table[strings.ToLower(d)] = p
		}
	}
	return table
})
