package reply

import (
	"regexp"
	"strings"
)

// ackText is how systems acknowledge that something arrived or happened.
var ackText = regexp.MustCompile(`(?i)(we('ve| have)? received your|thank you for (applying|your (application|submission|request))|your (application|request|ticket|submission) (has been|was|is) (received|submitted|created|updated|closed|complete|incomplete)|` +
	`ticket (#|no|number|\[)|\bcase #?\d|do not reply to this (e-?mail|message)|this (is an automated|mailbox is not monitored)|unmonitored|` +
	`ihre (bewerbung|anfrage) (ist|wurde)|eingangsbestätigung|votre candidature a (bien )?été|hemos recibido|abbiamo ricevuto|we hebben uw .{0,30}ontvangen)`)

// automated is how a mail says of itself that nobody wrote it.
var automated = regexp.MustCompile(`(?i)(this is an automat|automated (message|e-?mail|reply)|automatically generated|do not (answer|reply to) this|automatisch (erstellt|generiert|versandt)|nicht auf diese (e-?mail|nachricht) antworten|message automatique)`)

// ackSubject opens the subject of such a mail.
var ackSubject = regexp.MustCompile(`(?i)^\s*(\[?ticket|\[?case|\[#?\w*-?\d+\]|request received|your (application|request)|application received|confirmation|bestätigung|eingangsbestätigung|reminder:|action required)`)

// robot is a local part behind which nobody reads.
var robot = regexp.MustCompile(`(?i)^(no[-_.]?reply|do[-_.]?not[-_.]?reply|donotreply|notifications?|notify|alerts?|automated|system|bounce\w*|news(letter)?|updates?|jobs?-?(alert|noreply)\w*|nicht[-_.]?antworten)([+_.-].*)?$`)

// atsDomains are the domains of the common applicant systems, by their
// registrable names.
func atsDomain(domain string) bool {
	switch registrable(domain) {
	case "greenhouse.io", "greenhouse-mail.io", "lever.co", "hire.lever.co", "myworkday.com", "workday.com", "smartrecruiters.com",
		"icims.com", "taleo.net", "jobvite.com", "ashbyhq.com", "breezy.hr", "workable.com", "workablemail.com", "bamboohr.com", "personio.de",
		"personio.com", "teamtailor.com", "teamtailor-mail.com", "recruitee.com", "successfactors.com", "successfactors.eu", "jazz.co", "applytojob.com",
		"pinpointhq.com", "rippling.com", "dover.com", "gem.com", "join.com", "softgarden.io", "rexx-systems.com", "oraclecloud.com", "ultipro.com", "paylocity.com",
		"hackerrank.com", "codility.com", "docusign.net", "hellosign.com", "calendly.com",
		"linkedin.com", "indeed.com", "indeedemail.com", "xing.com", "stepstone.de", "glassdoor.com", "monster.com":
		return true
	}
	return false
}

// publicMail reports whether a domain gives mailboxes to anybody: it never
// tells an employer (mail.md 1, test 10).
func publicMail(domain string) bool {
	switch registrable(domain) {
	case "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "yahoo.com", "ymail.com", "rocketmail.com",
		"icloud.com", "me.com", "mac.com", "aol.com", "gmx.de", "gmx.net", "gmx.com", "gmx.at", "gmx.ch", "web.de", "t-online.de", "freenet.de", "mail.com",
		"proton.me", "protonmail.com", "pm.me", "fastmail.com", "fastmail.fm", "zoho.com", "mailbox.org", "posteo.de", "posteo.net", "tutanota.com", "tuta.com",
		"orange.fr", "wanadoo.fr", "free.fr", "laposte.net", "sfr.fr", "libero.it", "virgilio.it", "yandex.ru", "yandex.com", "mail.ru", "qq.com", "163.com", "126.com",
		"naver.com", "daum.net", "hey.com", "comcast.net", "verizon.net", "att.net", "btinternet.com", "sky.com", "hotmail.co.uk", "yahoo.co.uk", "hotmail.fr", "yahoo.fr":
		return true
	}
	return strings.HasPrefix(domain, "yahoo.") || strings.HasPrefix(domain, "hotmail.")
}

// bulkHeader names the header field that marks a mail to many, or "".
func bulkHeader(m Mail) string {
	for _, name := range []string{"List-Id", "List-Unsubscribe", "List-Post", "Feedback-Id"} {
		if m.has(name) {
			return strings.ToLower(name)
		}
	}
	if p := m.field("Precedence"); p == "bulk" || p == "list" || p == "junk" {
		return "precedence"
	}
	return ""
}

// noReply reports whether nobody reads what is sent to the address.
func noReply(address string) bool {
	local, domain, _ := strings.Cut(address, "@")
	return robot.MatchString(local) || strings.HasPrefix(domain, "noreply.") || strings.HasPrefix(domain, "notifications.")
}
