package mailbox

import (
	"encoding/json"
	"strings"
	"sync"

	"afterword/assets"
	"afterword/data"
)

// A Provider is what is known of one mail provider.
type Provider struct {
	Name        string `json:"name"`
	AppPassword string `json:"app_password"` // required-without-oauth, … ; see PasswordHint
	OAuth       string `json:"oauth"`
	HelpURL     string `json:"help_url"`
	Domains     []string
	IMAP        struct {
		Host, Security string
		Port           int
	} `json:"imap"`
}

// providers reads the embedded table once, by mail domain.
var providers = sync.OnceValue(func() map[string]Provider {
	var file struct{ Providers []Provider }
	table := make(map[string]Provider)
	if json.Unmarshal(assets.Providers(), &file) != nil {
		return table
	}
	for _, p := range file.Providers {
		for _, d := range p.Domains {
			table[strings.ToLower(d)] = p
		}
	}
	return table
})

// Find fills in the server of an address from the table of providers, and
// reports whether its provider is known.
func Find(email string) (data.Mailbox, Provider, bool) {
	box := data.Mailbox{Email: strings.ToLower(strings.TrimSpace(email)), Port: 993, Security: data.SecurityTLS}
	box.User = box.Email
	_, domain, _ := strings.Cut(box.Email, "@")
	p, ok := providers()[domain]
	if ok && p.IMAP.Host != "" {
		box.Host, box.Port = p.IMAP.Host, p.IMAP.Port
		if strings.EqualFold(p.IMAP.Security, "starttls") {
			box.Security = data.SecuritySTARTTLS
		}
	}
	return box, p, ok
}

// NoPassword reports whether the provider takes no password at all, only a
// sign-in through the browser.
func (p Provider) NoPassword() bool { return p.AppPassword == "rejected" }
