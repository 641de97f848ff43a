package reply

import (
	"regexp"
	"strings"

	"afterword/assets"
)

// robotLocal is a local part behind which nobody reads.
var robotLocal = regexp.MustCompile(`^(no[-_.]?reply|do[-_.]?not[-_.]?reply|donotreply|noresponse|no[-_.]responder|ne[-_.]?pas[-_.]?repondre|(bitte[-_.]?)?nicht[-_.]?antworten|keine[-_.]?antwort|` +
	`no[-_.]?(responder|contestar|responda)|n[aã]o[-_.]?respond(a|er)|non[-_.]?rispondere|niet[-_.]?(antwoorden|beantwoorden)|(inget|ikke|inga)[-_.]?svar|svar[-_.]?(ikke|ej)|svara[-_.]?(ej|inte)|ei[-_.]?vasta\w*|` +
	`[aä]l[aä][-_.]?vastaa|nie[-_.]?odpowiada\w*|neodpov\w*|ne[-_.]?valaszol\w*|nu[-_.]?raspund\w*|yanitla\w*|ne[-_.]?(otvech|vidpov)\w*|notificac\w*|notifiche|benachrichtigung\w*|` +
	`notifications?|notify|notifier|alerts?|automated|auto|system|bounces?\w*|jobs?-?(alerts?|noreply)\w*|robot|bot|ticket\w*|[\w.]*(-|_|\.)(noreply|no-reply|bot|robot|notifications?))([+_.=-].*)?$`)

// robotInside is the same within a longer local part, such as gmail-noreply.
var robotInside = regexp.MustCompile(`no-?reply|do-?not-?reply`)

// programLocal is the local part of programs that keep lists and tickets.
var programLocal = regexp.MustCompile(`(-|^)daemon$|[-+](owner|confirm)$|^(majordomo|listserv|mailman|sympa|bugzilla|gitlab|jira|owner)\b`)

// programName is how such programs call themselves.
var programName = regexp.MustCompile(`(?i)\b(tracking system|bug tracker|mailing list|list manager|daemon|robot)\b`)

// roleLocal is the local part of a mailbox that is nobody's own: a department's, or
// a service's.
var roleLocal = regexp.MustCompile(`^(careers?|jobs?|work|people|talents?|hiring|recruit\w*|hr|rh|info|office|contact|kontakt|hello|hi|team|support|service|help|helpdesk|admin|invit\w*|feedback|survey|assessments?|interviews?|schedul\w*|booking|` +
	`applications?|apply|candidates?|bewerb\w*|karriere|personal\w*|stellen|ausbildung|recrutement|emplois?|carrieres?|candidatures?|contacto|empleos?|talento|seleccion|vacantes|avisos?|candidaturas?|selezion\w*|lavoro|candidature|risorseumane|` +
	`werken\w*|vacatures?|sollicitat\w*|personeel|carreiras?|vagas|recrutamento|selecao|rekryter\w*|jobb|rekrutt\w*|rekrutt?er\w*|stilling\w*|rekry\w*|tyopaikat|personalas|rekrut\w*|praca|kadry|kariera?|nabor|prace|nabory|allas\w*|toborzas|karrier|cariere|angajari|posao|zaposlitev|karijer\w*|kariyer|ik|saiyo|jinji|insa|chaeyong|zhaopin|tuyendung|karir|lowongan)([+_.0-9-][^@]*)?@`)

// mailingLocal and mailingDomain name those who write to many.
var (
	mailingLocal  = regexp.MustCompile(`^(newsletters?|news|job-?alerts?|alerts?|marketing|promo(tion)?s?|offers?|events?|digest|rss\w*|feeds?|bulletin|mailing|mailer|updates?|deals|campaigns?|magazine)([+_.=-].*)?$|[._-](newsletters?|news|marketing|digest)$`)
	mailingDomain = regexp.MustCompile(`(^|\.)(newsletters?|mailings?|lists?|campaigns?|marketing|news|promo|imakenews)\.`)
)

// fromRobot reports whether nobody reads what is sent to the sender.
func (r *reading) fromRobot() bool {
	return noReply(r.From) || r.fromRecruiting()
}

// fromRecruiting reports whether an applicant system sent the mail.
func (r *reading) fromRecruiting() bool { return assets.Recruiting(registrable(domainOf(r.From))) }

// fromMailing reports whether the sender is one who writes to many.
func (r *reading) fromMailing() bool {
	local, domain, _ := strings.Cut(r.From, "@")
	return mailingLocal.MatchString(local) || mailingDomain.MatchString(domain)
}

// fromProgram reports whether a program of lists or tickets wrote, as it does
// in threads too.
func (r *reading) fromProgram() bool {
	local, _, _ := strings.Cut(r.From, "@")
	return programLocal.MatchString(local) || programName.MatchString(r.FromName+" "+r.Head.Get("Sender"))
}

// noReply reports whether nobody reads what is sent to the address.
func noReply(address string) bool {
	local, domain, _ := strings.Cut(address, "@")
	return robotLocal.MatchString(local) || robotInside.MatchString(local) || strings.HasPrefix(domain, "noreply.") ||
		strings.HasPrefix(domain, "notifications.") || strings.HasPrefix(domain, "bounce.")
}

// relayAddress is an address that a system made for one conversation.
var relayAddress = regexp.MustCompile(`^(reply|relay|inbound|conversation|r|antwort|antwoord|reponse|respuesta|risposta|resposta|svar|odpowiedz)[+_.=-][0-9a-z._=-]*\d`)

// throughSystem reports whether the sender's address is a system's: whoever
// wrote, a program carried it.
func throughSystem(m Mail) bool {
	local, domain, _ := strings.Cut(m.From, "@")
	return noReply(m.From) || assets.Recruiting(registrable(domain)) || relayAddress.MatchString(local)
}

// publicMail reports whether a domain gives mailboxes to anybody: it never
// tells an employer (mail.md 1, test 10).
func publicMail(domain string) bool {
	if _, ok := assets.ProviderOf(domain); ok {
		return true
	}
	return assets.PublicMail(registrable(domain))
}
