package mailbox

import (
	"strings"

	"afterword/assets"
	"afterword/data"
)

// Find fills in the server of an address from the table of providers, and
// reports whether its provider is known.
func Find(email string) (data.Mailbox, assets.Provider, bool) {
	box := data.Mailbox{Email: strings.ToLower(strings.TrimSpace(email)), Port: 993, Security: data.SecurityTLS}
	box.User = box.Email
	p, ok := assets.ProviderOf(box.Email)
	if ok && p.IMAP.Host != "" {
		box.Host, box.Port, box.User = p.IMAP.Host, p.IMAP.Port, p.UserOf(box.Email)
		if strings.EqualFold(p.IMAP.Security, "starttls") {
			box.Security = data.SecuritySTARTTLS
		}
	}
	return box, p, ok
}
