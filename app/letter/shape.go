package letter

import (
	"fmt"
	"net/mail"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"afterword/data"
)

func whole(rule, level, say, try string) data.Finding {
	return data.Finding{Rule: rule, Level: level, Say: say, Try: try}
}

// placeholders finds what a template left behind, in subject and body.
func (l *text) placeholders(c Context) []data.Finding {
	var found []data.Finding
	add := func(quote string, start, end int) {
		found = append(found, data.Finding{
			Rule: "PLACEHOLDER", Level: "block", Start: start, End: end, Text: quote,
			Say: "A placeholder was left in.", Try: "Write the real words.",
		})
	}
	re := c.book().placeholder
	if !mayHold(l.subject + l.body) {
		return nil
	}
	for _, m := range re.FindAllStringIndex(l.subject, 1) {
		add(l.subject[m[0]:m[1]], 0, 0)
	}
	for _, m := range re.FindAllStringIndex(l.body, -1) {
		add(l.body[m[0]:m[1]], m[0], m[1])
	}
	return found
}

// mayHold reports whether a placeholder is possible at all: a quick no.
func mayHold(s string) bool {
	if strings.ContainsAny(s, "{[<_%$") {
		return true
	}
	for _, w := range []string{"TODO", "TBD", "FIXME", "XX", "INSERT ", "YOUR ", " Name", "(name", "(company", "(role", "(date", "(topic", "(day", "(title", "(your", "(Name", "(Firma", "(Stelle", "(Datum", "(Thema", "(Tag", "(Anrede", "(Ihr", "(mein"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return strings.Contains(strings.ToLower(s), "lorem ipsum")
}

// aboutSubject says what is wrong with the subject, if the letter has one.
func (l *text) aboutSubject(c Context) []data.Finding {
	if !l.hasSubject {
		return nil
	}
	if l.subject == "" {
		return []data.Finding{whole("SUBJECT_EMPTY", "warn", "The subject is empty.", "Thank you, and the name of the role.")}
	}
	found := l.aboutTone(c)
	limit := c.book().Subject
	if utf8.RuneCountInString(l.subject) > limit.MaxChars || len(wordsOf(l.subject)) > limit.MaxWords {
		f := whole("SUBJECT_LONG", "hint", "Short subjects are answered best.", "Three to seven words.")
		f.Text = l.subject
		found = append(found, f)
	}
	if head, _, ok := strings.Cut(l.subject, ":"); ok && isAnswerMark(head) && c.Envelope != nil && !c.Envelope.Thread {
		f := whole("SUBJECT_FAKE_RE", "warn", "This does not answer a mail.", strings.TrimPrefix(Re(l.subject), "Re: "))
		f.Text = l.subject
		found = append(found, f)
	}
	return found
}

// aboutTone says what the tone rules find in the subject, as a whole: its place
// is not in the body.
func (l *text) aboutTone(c Context) []data.Finding {
	if !c.toned() {
		return nil
	}
	found := CheckSentenceIn(c.Language, c.Stage, l.subject)
	for i := range found {
		found[i].Start, found[i].End = 0, 0
	}
	return found
}

// aboutElements names what a letter of its stage must say and does not
// (letters.md 4.1).
func (l *text) aboutElements(c Context) []data.Finding {
	var found []data.Finding
	stage := baseStage(c.Stage)
	for _, name := range c.book().Required[stage] {
		if !c.book().required[name].MatchString(l.body[l.greeting.to:]) {
			say, try := c.elementWords(name)
			found = append(found, whole("MISSING_"+name, "warn", say, try))
		}
	}
	if stage == "thank_you" && c.Topic != "" && !mentions(l.body, c.Topic) {
		found = append(found, whole("NO_TOPIC", "hint", "Nothing here is from your talk.", "Name one thing you talked about: "+c.Topic+"."))
	}
	return found
}

func (c Context) elementWords(name string) (say, try string) {
	if c.german() {
		return germanElement(name)
	}
	switch name {
	case "THANKS":
		return "The thanks are missing.", "Thank you for your time."
	case "INTEREST":
		return "It does not say that you are interested.", "I am very interested in the role."
	case "HELP":
		return "It offers no help.", "Is there anything else I can send?"
	case "CONNECTION":
		return "It does not ask to stay in touch.", "I would like to stay in touch."
	}
	return "It does not look ahead.", "If a similar role opens, please think of me."
}

// mentions reports whether at least half of the words of topic that carry
// meaning are in body, in any form that begins alike.
func mentions(body, topic string) bool {
	have := wordsOf(folded(body))
	want, met := 0, 0
	for _, w := range wordsOf(folded(topic)) {
		if len(w) < 4 && w != topic {
			continue
		}
		want++
		stem := w[:min(len(w), max(4, len(w)-2))]
		for _, h := range have {
			if strings.HasPrefix(h, stem) {
				met++
				break
			}
		}
	}
	return want == 0 || met*2 >= want
}

// aboutLength says that a letter is long, short, heavy or loud (letters.md 4.4).
func (l *text) aboutLength(c Context) []data.Finding {
	core := l.of(l.core)
	words := len(wordsOf(core))
	limit, known := c.book().Words[baseStage(c.Stage)]
	if !known {
		return nil
	}
	var found []data.Finding
	switch {
	case words > limit.Max:
		found = append(found, whole("TOO_LONG", "warn", fmt.Sprintf("%d words. Short letters are answered more often.", words), fmt.Sprintf("%d to %d words read well.", limit.Ideal[0], limit.Ideal[1])))
	case words < limit.Min:
		found = append(found, whole("TOO_SHORT", "warn", fmt.Sprintf("%d words sound hurried.", words), fmt.Sprintf("%d to %d words read well.", limit.Ideal[0], limit.Ideal[1])))
	}
	if strings.Count(l.body, "!") > c.book().Exclamations {
		found = append(found, whole("EXCLAIM", "hint", "More than one exclamation mark.", "One is enough."))
	}
	if strings.Count(core, "?") > c.book().Questions {
		found = append(found, whole("QUESTIONS", "hint", "Many questions at once.", "Ask the one that matters."))
	}
	return found
}

// aboutEase says that a letter is heavy to read, or which of its sentences are
// long (letters.md 4.4).
func (l *text) aboutEase(c Context) []data.Finding {
	core := l.of(l.core)
	if _, known := c.book().Words[baseStage(c.Stage)]; !known {
		return nil
	}
	if read := ease(core); !c.german() && read < c.book().Flesch.Hint && len(wordsOf(core)) >= 20 {
		level := "hint"
		if read < c.book().Flesch.Warn {
			level = "warn"
		}
		return []data.Finding{whole("HARD_TO_READ", level, "Heavy to read.", "Shorter sentences and plainer words.")}
	}
	var found []data.Finding
	at := l.core.from
	for _, s := range sentences(core) {
		at += strings.Index(l.body[at:], s)
		if n := len(wordsOf(s)); n > c.book().SentenceWords {
			found = append(found, data.Finding{Rule: "LONG_SENTENCE", Level: "hint", Start: at, End: at + len(s), Text: s, Say: fmt.Sprintf("A sentence of %d words.", n), Try: "Make two of it."})
		}
		at += len(s)
	}
	return found
}

var (
	attached = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)\b(?:attached|i attach|attaching|attachments?|enclosed|i enclose|enclosing)\b`)
	})
	// Of these sentences none promises a file.
	attachedByOthers = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)\byou(?:r \w+|r)?(?: have| had| kindly| just)? (?:attached|enclosed|attachments?)\b|\byour attachments?\b|\bno attachments?\b|\bwithout (?:an |the )?attachments?\b|\battached to (?:the|an?|our|my|its|their) (?:idea|team|hospital|university|office|place|city|project|company|department|unit|school|institute|work)\b|\battachment (?:theory|styles?|size)\b|\bopen the attachments?\b|\bstrings attached\b`)
	})
)

// attachment finds the words that promise one.
func (l *text) attachment() *span {
	for _, u := range units(l.body) {
		s := l.of(u)
		if lower := strings.ToLower(s); !strings.Contains(lower, "attach") && !strings.Contains(lower, "enclos") {
			continue
		}
		if m := attached().FindStringIndex(s); m != nil && !attachedByOthers().MatchString(s) {
			return &span{u.from + m[0], u.from + m[1]}
		}
	}
	return nil
}

// aboutEnvelope checks the words against how the letter leaves.
func (l *text) aboutEnvelope(c Context) []data.Finding {
	if c.Envelope == nil {
		return nil
	}
	var found []data.Finding
	if m := l.attachment(); m != nil && c.Envelope.Attachments == 0 {
		found = append(found, data.Finding{
			Rule: "NO_ATTACHMENT", Level: "warn", Start: m.from, End: m.to, Text: l.of(*m),
			Say: "Nothing is attached.", Try: "Attach the file, or leave the sentence out.",
		})
	}
	to, err := mail.ParseAddressList(c.Envelope.To)
	several := err == nil && len(to) > 1 || err != nil && strings.Count(c.Envelope.To, "@") > 1
	if several && baseStage(c.Stage) == "thank_you" {
		found = append(found, whole("SEVERAL_RECIPIENTS", "warn", "One thank-you to several people.", "Write to each of them."))
	}
	for _, a := range to {
		if c.Contacts != nil && !slices.ContainsFunc(c.Contacts, func(known string) bool { return strings.EqualFold(known, a.Address) }) {
			f := whole("NOT_A_CONTACT", "warn", "This address is not one of the people you met here.", "Look at the address once more.")
			f.Text = a.Address
			found = append(found, f)
		}
	}
	return found
}

// aboutTime says that a letter is too early.
func (l *text) aboutTime(c Context) []data.Finding {
	switch {
	case c.Early == nil:
		return nil
	case c.Early.Said != "":
		return []data.Finding{whole("TOO_EARLY", "warn", "They said "+c.Early.Said+". Send "+c.Early.Send+"?", "It keeps until then.")}
	}
	return []data.Finding{whole("TOO_EARLY", "warn", "It is early for this note. Send "+c.Early.Send+"?", "It keeps until then.")}
}
