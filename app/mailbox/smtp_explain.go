package mailbox

import (
	"errors"
	"net"
	"strings"
	"unicode"

	"afterword/assets"
	"afterword/data"
)

// ExplainSend puts trouble with sending or saving a letter into plain words: what
// happened, that nothing was sent, and one thing to do.
func ExplainSend(err error) string {
	var dns *net.DNSError
	var refused *Refused
	switch {
	case err == nil:
		return ""
	case errors.As(err, &refused):
		return assets.L("The server did not take the letter, so it was not sent. It said: “{{.Said}}”.", assets.Args{"Said": quote(refused.Said)})
	case errors.Is(err, ErrToken):
		return assets.L("Your mail provider no longer accepts our sign-in, so the letter was not sent. Sign in to the mailbox again.")
	case errors.Is(err, ErrPassword):
		return assets.L("The server that sends your mail didn't accept the password, so the letter was not sent. Check the user name and the password.")
	case errors.Is(err, ErrCertificate):
		return explainCertificate(err, assets.L("The server that sends your mail"))
	case errors.Is(err, ErrPlaintext):
		return assets.L("The server that sends your mail offers no protected connection, so nothing was sent. Try TLS on port 465.")
	case errors.Is(err, ErrNoFolder):
		return assets.L("Your mailbox has no such folder that we know. Nothing was changed there. Save the letter as a file instead.")
	case errors.Is(err, ErrProtocol):
		return assets.L("The server that sends your mail answered in a way we don't know, so the letter was not sent. Check its name and port.")
	case errors.Is(err, ErrLocked), errors.Is(err, ErrNoKeyring), errors.Is(err, data.ErrMissing):
		return Explain(err)
	case errors.As(err, &dns):
		return assets.L("There is no server of this name, or you are offline. Nothing was sent.")
	}
	return assets.L("No answer from the mail server. You may be offline. Nothing was sent.")
}

// quote shows a stranger's words on one line, without control characters.
func quote(s string) string {
	const most = 200
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return strings.TrimRight(s, ".")
}
