package reply

import "strings"

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
// whether it names a recipient that is only late. Where a server leaves the
// action out, the class of the status stands for it (RFC 3463 3.1).
func (r *Report) failed() (gone []string, late bool) {
	for _, rc := range r.Recipients {
		switch {
		case rc.Action == "failed", rc.Action == "" && strings.HasPrefix(rc.Status, "5"):
			gone = append(gone, rc.Address)
		case rc.Action == "delayed", rc.Action == "" && strings.HasPrefix(rc.Status, "4"):
			late = true
		}
	}
	return gone, late
}

// arrived reports whether a report says that a mail was passed on: delivered,
// relayed or expanded.
func (r *Report) arrived() bool {
	for _, rc := range r.Recipients {
		if rc.Action == "delivered" || rc.Action == "relayed" || rc.Action == "expanded" {
			return true
		}
	}
	return false
}
