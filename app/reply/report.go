package reply

import (
	"regexp"
	"strings"
)

// recipients reads the per-recipient fields of a delivery report
// (RFC 3464 2.3), one group after each empty line.
func recipients(content []byte) []Recipient {
	var all []Recipient
	var r Recipient
	flush := func() {
		if r.Action != "" || r.Address != "" {
			all = append(all, r)
		}
		r = Recipient{}
	}
	for line := range strings.Lines(string(content)) {
		line = strings.TrimSpace(line)
		if line == "" {
			flush()
			continue
		}
		name, value, _ := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		switch strings.ToLower(name) {
		case "final-recipient", "original-recipient":
			if _, address, ok := strings.Cut(value, ";"); ok {
				r.Address = strings.ToLower(strings.Trim(strings.TrimSpace(address), "<>"))
			}
		case "action":
			r.Action = strings.ToLower(firstWord(value))
		case "status":
			r.Status = firstWord(value)
		}
	}
	flush()
	return all
}

func firstWord(s string) string {
	if f := strings.Fields(s); len(f) > 0 {
		return f[0]
	}
	return ""
}

// failed returns the addresses that a report says cannot be reached, and
// whether it names a recipient that is only late.
func (r *Report) failed() (gone []string, late bool) {
	for _, rc := range r.Recipients {
		switch rc.Action {
		case "failed":
			gone = append(gone, rc.Address)
		case "delayed":
			late = true
		}
	}
	return gone, late
}

// bounceText is how servers say, without a report part, that a mail came back.
var bounceText = regexp.MustCompile(`(?i)this is the qmail-send program|could not be delivered|couldn't be delivered|delivery to the following recipients? failed|` +
	`undeliverable|delivery has failed|wasn't delivered|permanent(ly)? (error|failure|failed)|user unknown|address not found|no such user|mailbox unavailable|` +
	`recipient address rejected|550[ -]5\.\d|konnte nicht zugestellt werden|nicht zustellbar|n'a pas pu être (remis|délivré)|no se pudo entregar|` +
	`non è stato possibile (consegnare|recapitare)|kon niet worden (bezorgd|afgeleverd)|não (foi possível|pôde ser) entreg`)

// delayText is how servers say that they will try again.
var delayText = regexp.MustCompile(`(?i)will (be retried|keep trying|retry|continue to try)|has not (yet )?been delivered|delivery (is |has been )?delayed|warning: message (still )?|` +
	`noch nicht zugestellt|weiterhin versucht|wird (es )?weiter versucht|verzögert|you do not need to (resend|do anything)`)

// refusalText is how a mail filter refuses a mail (RFC 5429).
var refusalText = regexp.MustCompile(`(?i)refused by (the )?(recipient's )?(mail )?filter|message was refused by the recipient`)

// mailSystem reports whether an address is that of a mail server.
func mailSystem(address string) bool {
	local, _, _ := strings.Cut(address, "@")
	switch strings.ToLower(local) {
	case "mailer-daemon", "postmaster", "mail-daemon", "maildaemon", "mailerdaemon", "mdaemon":
		return true
	}
	return false
}
