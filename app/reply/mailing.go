package reply

import (
	"slices"
	"strings"

	"afterword/assets"
	"afterword/data"
)

// mailed judges mails to many. An answer to us stands before it: group
// addresses and recruiting systems put list headers on people's answers. What
// goes to the list itself is the list's, answer or not.
func mailed(r *reading) (Verdict, bool) {
	rule := ""
	switch header := bulkHeader(r.Mail); {
	case r.toList():
		rule = "mailing-list"
	case header != "" && (!r.inThread() || r.fromRobot() && !r.carried()):
		rule = "bulk:" + header
	case header == "" && !r.inThread() && !r.answers && (r.fromMailing() || r.fromRobot() || r.footed()):
		rule = "mailing"
	case r.fromProgram():
		rule = "program"
	}
	return Verdict{Class: data.ClassBulk, Rule: rule, Reason: assets.L("A mailing to many.")}, rule != ""
}

// footed reports whether a text has the foot of a mailing with a link: a long
// one anywhere, a short one in what is new, and if it speaks to nobody.
func (r *reading) footed() bool {
	if r.words() > 60 {
		return said().foots.in(r.foot) && linked(r.foot)
	}
	return said().foots.in(r.fresh) && linked(r.fresh) && !r.speaksToUs() && !r.callsUs()
}

// linked reports whether a text holds a link.
func linked(text string) bool {
	return strings.Contains(text, "http") || strings.Contains(text, "www.")
}

// listHeader names the header field that only mailing lists and newsletters
// have, or "" (RFC 2919).
func listHeader(m Mail) string {
	for _, name := range []string{"List-Id", "List-Post", "Mailing-List", "X-Mailing-List", "X-Beenthere"} {
		if m.has(name) {
			return strings.ToLower(name)
		}
	}
	return ""
}

// bulkHeader names the header field that marks a mail to many, or "". Systems
// put some of them on what they write to one.
func bulkHeader(m Mail) string {
	if name := listHeader(m); name != "" {
		return name
	}
	for _, name := range []string{"List-Unsubscribe", "Feedback-Id"} {
		if m.has(name) {
			return strings.ToLower(name)
		}
	}
	if p := m.field("Precedence"); p == "bulk" || p == "list" || p == "junk" {
		return "precedence"
	}
	return ""
}

func (r *reading) listed() bool { return bulkHeader(r.Mail) != "" }

// toList reports whether the mail was written to a mailing list: the list's own
// address stands among the recipients, at whatever domain, and the user's does
// not.
func (r *reading) toList() bool {
	if !r.listed() {
		return false
	}
	to := r.Recipients()
	if slices.ContainsFunc(to, func(a string) bool { return slices.Contains(r.me, a) }) {
		return false
	}
	return slices.ContainsFunc(listAddresses(r.Mail), func(list string) bool {
		name, _, _ := strings.Cut(list, "@")
		return slices.ContainsFunc(to, func(a string) bool {
			local, _, _ := strings.Cut(a, "@")
			return a == list || local == name && r.has("List-Post")
		})
	})
}

// listAddresses returns the addresses that a mailing list may have, from the
// fields that its program adds (RFC 2369, RFC 2919).
func listAddresses(m Mail) []string {
	var all []string
	for _, name := range []string{"List-Post", "X-Beenthere", "Mailing-List", "X-Mailing-List", "X-Loop"} {
		for _, a := range looseAddress.FindAllString(m.field(name), 5) {
			all = append(all, strings.TrimPrefix(a, "mailto:"))
		}
	}
	_, id, _ := strings.Cut(m.field("List-Id"), "<")
	if local, domain, ok := strings.Cut(strings.TrimSuffix(id, ">"), "."); ok {
		all = append(all, local+"@"+domain)
	}
	for _, name := range []string{"Sender", "Return-Path", "Errors-To"} {
		local, domain, _ := strings.Cut(looseAddress.FindString(m.field(name)), "@")
		for _, end := range []string{"-bounces", "-bounce", "-admin", "-owner", "-request"} {
			if name, ok := strings.CutSuffix(local, end); ok {
				all = append(all, name+"@"+domain)
			}
		}
	}
	return all
}
