package reply

import (
	"regexp"
	"strings"
)

// awaySubject opens the subject of an out-of-office notice, in the words of
// mail programs of many countries. It is anchored: behind "Re:" stand our words.
var awaySubject = regexp.MustCompile(`(?i)^\s*\[?(` +
	`out of (the )?office|automatic reply|auto(matic)?[- ]?(reply|response)|autoreply|on (annual )?leave|away from (the|my) (office|desk)|vacation (reply|notice)|` +
	`abwesenheit|automatische antwort|automatische abwesenheit|außer haus|abwesend|` +
	`réponse automatique|absence|absent du bureau|en congé|` +
	`respuesta automática|fuera de (la )?oficina|ausencia|` +
	`risposta automatica|fuori (sede|ufficio)|assente|assenza|` +
	`automatisch antwoord|afwezig|` +
	`resposta automática|fora do escritório|ausência|ausente|` +
	`automatisk svar|autosvar|automatiskt svar|frånvaro|fravær|ikke på kontoret|ude af kontoret|` +
	`automaattinen vastaus|poissa(olo)?|` +
	`automatyczna odpowiedź|odpowiedź automatyczna|poza biurem|nieobecno|` +
	`automatická odpověď|mimo kancelář|nepřítomn|` +
	`automatikus válasz|răspuns automat|otomatik (yanıt|cevap)|ofis dışında|` +
	`автоматический ответ|автоответ|вне офиса|отсутств|автоматична відповідь|` +
	`αυτόματη απάντηση|εκτός γραφείου|` +
	`自動応答|自動返信|不在|自动回复|自動回覆|外出|休假|자동 ?(회신|응답)|부재|` +
	`תשובה אוטומטית|مشغول|رد تلقائي|خارج المكتب)`)

// awayBody is how people say in the first words of a notice that they are away.
var awayBody = regexp.MustCompile(`(?i)(` +
	`\b(i am|i'm|i will be|i'll be) (currently |now )?(away|out of (the )?office|on (annual |parental |maternity |paternity |sick )?leave|on (vacation|holiday))|\bout of (the )?office\b|\b(i am|i'm) (currently )?not in the office|` +
	`(nicht|derzeit nicht) (im büro|erreichbar|im haus)|außer haus|abwesend|im urlaub|` +
	`absent(e)? (du bureau|jusqu|du |actuellement)|en congés?|je suis (actuellement )?absent|serai absent|` +
	`fuera de la oficina|estoy ausente|estaré ausente|de vacaciones|` +
	`fuori (sede|ufficio)|sono assente|sarò assente|in ferie|` +
	`(niet aanwezig|afwezig|met vakantie|niet op kantoor)|` +
	`fora do escritório|estou ausente|estarei ausente|de férias|` +
	`inte på kontoret|på semester|frånvarande|ikke på kontoret|på ferie|ikke til stede|fraværende|` +
	`poissa(?:\s|$)|lomalla|` +
	`poza biurem|na urlopie|nieobecn|mimo kancelář|nepřítom|na dovolené|` +
	`ofis dışında|izinde|izindeyim|ofiste (değilim|olmayaca)|` +
	`в отпуске|отсутству|вне офиса|у відпустці|` +
	`不在|休暇|休み|外出|休假|出差|不在办公室|부재|휴가|자리를 비)`)

// leftBody is how a mailbox says that its owner does not come back.
var leftBody = regexp.MustCompile(`(?i)(no longer (with|work(s|ing)? (at|for)|employed)|has left (the company|\w+)|(i have|i've) left|nicht mehr (im unternehmen|bei|für)|a quitté|ne travaille plus|ya no trabaja|non lavora più|werkt niet meer|não trabalha mais)`)

// autoHeader names the header field that proves an automatic answer, or "".
// X-Auto-Response-Suppress only asks others not to answer, and proves nothing
// (RFC 3834 5).
func autoHeader(m Mail) string {
	auto := m.field("Auto-Submitted")
	token, _, _ := strings.Cut(auto, ";")
	if token = strings.TrimSpace(token); token != "" && token != "no" {
		return "auto-submitted"
	}
	for _, name := range []string{"X-Autoreply", "X-Autorespond", "X-AutoReply-From", "X-Mail-Autoreply", "X-MS-Exchange-Inbox-Rules-Loop"} {
		if v := m.field(name); v != "" && v != "no" {
			return strings.ToLower(name)
		}
	}
	if strings.Contains(m.field("X-Apple-Action"), "vacation") {
		return "x-apple-action"
	}
	if p := m.field("Precedence"); p == "auto_reply" || p == "auto-reply" {
		return "precedence"
	}
	return ""
}

// saysAway reports whether the new text is an out-of-office notice and nothing
// else: a person who writes "I'm on holiday, but yes" is a person.
func saysAway(text string) bool {
	first := opening(text, 400)
	if !awayBody.MatchString(first) {
		return false
	}
	return !personal.MatchString(text) && len([]rune(text)) < 900
}

// personal is what an answer to us has and a notice has not.
var personal = regexp.MustCompile(`(?i)(\bbut (yes|i|we|let)\b|thank(s| you) for (your|the) (note|mail|message|time|kind)|\byour (question|thank-you)|let's|we (would|'d) like|happy to (talk|meet)|aber (ja|gern|wir)|vielen dank für (ihre|deine) (zeit|nachricht und))`)

// opening returns the first n characters.
func opening(s string, n int) string {
	r := []rune(s)
	return string(r[:min(n, len(r))])
}
