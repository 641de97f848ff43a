package reply

import (
	"slices"
	"strings"

	"afterword/assets"
	"afterword/data"
)

// reported judges mails that are reports by their structure: deliveries
// (RFC 3464), receipts (RFC 8098, and those of one mail program), complaints.
func reported(r *reading) (Verdict, bool) {
	if r.Report == nil {
		receipt := said().receiptSubject.starts(r.subject) && (r.TNEF || !r.answers && r.words() < 60 && said().receipt.in(r.text))
		return Verdict{Class: data.ClassReadReceipt, Rule: "tnef", Reason: assets.L("A receipt, not an answer.")}, receipt
	}
	switch r.Report.Type {
	case "disposition-notification":
		if said().refused.in(r.text) {
			return Verdict{Class: data.ClassBounce, Rule: "refused", Reason: assets.L("A mail filter there refused your mail.")}, true
		}
		return Verdict{Class: data.ClassReadReceipt, Rule: "disposition-notification", Reason: assets.L("A receipt, not an answer.")}, true
	case "feedback-report":
		return Verdict{Class: data.ClassReadReceipt, Rule: "feedback-report", Reason: assets.L("A report between mail servers.")}, true
	}
	gone, late := r.Report.failed()
	switch {
	case len(gone) > 0:
		return Verdict{Class: data.ClassBounce, Rule: "delivery-status", Reason: cameBackFrom(gone[0])}, true
	case late:
		return Verdict{Class: data.ClassDelay, Rule: "delivery-status", Reason: assets.L("Your mail is late, but still on its way.")}, true
	case r.Report.arrived():
		return Verdict{Class: data.ClassReadReceipt, Rule: "delivery-status", Reason: assets.L("A note that your mail was delivered.")}, true
	}
	return Verdict{}, false
}

func cameBackFrom(address string) string {
	if address == "" {
		return assets.L("Your mail came back.")
	}
	return assets.L("Your mail to {{.Address}} came back.", assets.Args{"Address": address})
}

// cameBack judges the bounces and delays that carry no report: two in five. A
// mail server wrote them, and says so by its name or by its words. An empty
// Return-Path alone is no bounce.
func cameBack(r *reading) (Verdict, bool) {
	switch {
	case !r.comesBack():
		return Verdict{}, false
	case r.isLate() && (!r.has("X-Failed-Recipients") || said().delay.starts(r.subject)):
		return Verdict{Class: data.ClassDelay, Rule: "delay-text", Reason: assets.L("Your mail is late, but still on its way.")}, true
	case r.has("X-Failed-Recipients"):
		return Verdict{Class: data.ClassBounce, Rule: "x-failed-recipients", Reason: assets.L("Your mail came back.")}, true
	}
	return Verdict{Class: data.ClassBounce, Rule: "bounce-text", Reason: assets.L("Your mail came back.")}, true
}

// comesBack reports whether a server says that a mail did not arrive.
func (r *reading) comesBack() bool {
	if r.has("X-Failed-Recipients") || r.From != "" && mailDaemon(r.From) {
		return true
	}
	subject := said().bounceSubject.starts(r.subject) || said().delay.starts(r.subject)
	switch {
	case r.forward && r.callsUs():
		return false // somebody hands a report on, and writes to us
	case postmaster(r.From):
		return r.HeadOnly || subject || said().bounce.in(r.text) || said().delay.in(r.text)
	case noReply(r.From):
		return !r.listed() && said().bounce.in(cut(r.fresh, 300)) && said().ours.in(cut(r.fresh, 300))
	}
	return subject && !r.answers && (r.HeadOnly || said().bounce.in(r.text) || said().delay.in(r.text)) && (!r.inThread() || said().ours.in(r.text))
}

// isLate reports whether the server will try again.
func (r *reading) isLate() bool {
	if said().delay.starts(r.subject) {
		return true
	}
	return said().delay.in(r.subject+".\n"+r.text) && !said().bounceSubject.starts(r.subject)
}

// mailDaemon reports whether an address is that of a program that carries mail.
func mailDaemon(address string) bool {
	return slices.Contains([]string{"mailerdaemon", "maildaemon", "mdaemon", "maildeliverysystem", "maildeliverysubsystem"}, joined(address))
}

// postmaster reports whether an address is one that mail servers write from,
// and people sometimes too; a mail without a sender is theirs as well.
func postmaster(address string) bool {
	return slices.Contains([]string{"", "postmaster", "poostmaster", "bounce", "bounces", "root", "mailsystem", "mailadmin"}, joined(address))
}

// joined returns the local part of an address without its marks: servers write
// mailer-daemon and post_master as they like.
func joined(address string) string {
	local, _, _ := strings.Cut(address, "@")
	if len(local) > 24 || !strings.ContainsAny(local, "-_.") {
		return local
	}
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || r == '.' {
			return -1
		}
		return r
	}, local)
}

// mailSystem reports whether an address is that of a mail server.
func mailSystem(address string) bool {
	return mailDaemon(address) || address != "" && postmaster(address)
}
