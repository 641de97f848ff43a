package letter

import (
	"net/mail"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"afterword/assets"
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
			Say: assets.L("A placeholder was left in."), Try: assets.L("Write the real words."),
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
		return []data.Finding{whole("SUBJECT_EMPTY", "warn", assets.L("The subject is empty."), assets.L("Thank you, and the name of the role."))}
	}
	found := l.aboutTone(c)
	limit := c.book().Subject
	if utf8.RuneCountInString(l.subject) > limit.MaxChars || len(wordsOf(l.subject)) > limit.MaxWords {
		f := whole("SUBJECT_LONG", "hint", assets.L("Short subjects are answered best."), assets.L("Three to seven words."))
		f.Text = l.subject
		found = append(found, f)
	}
	if head, _, ok := strings.Cut(l.subject, ":"); ok && isAnswerMark(head) && c.Envelope != nil && !c.Envelope.Thread {
		f := whole("SUBJECT_FAKE_RE", "warn", assets.L("This does not answer a mail."), strings.TrimPrefix(Re(l.subject), "Re: "))
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
		found = append(found, whole("NO_TOPIC", "hint", assets.L("Nothing here is from your talk."), assets.L("Name one thing you talked about: {{.Topic}}.", assets.Args{"Topic": c.Topic})))
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
	args := assets.Args{"Words": strconv.Itoa(words), "From": strconv.Itoa(limit.Ideal[0]), "To": strconv.Itoa(limit.Ideal[1])}
	switch {
	case words > limit.Max:
		found = append(found, whole("TOO_LONG", "warn", assets.L("{{.Words}} words. Short letters are answered more often.", args), assets.L("{{.From}} to {{.To}} words read well.", args)))
	case words < limit.Min:
		found = append(found, whole("TOO_SHORT", "warn", assets.L("{{.Words}} words sound hurried.", args), assets.L("{{.From}} to {{.To}} words read well.", args)))
	}
	if strings.Count(l.body, "!") > c.book().Exclamations {
		found = append(found, whole("EXCLAIM", "hint", assets.L("More than one exclamation mark."), assets.L("One is enough.")))
	}
	if strings.Count(core, "?") > c.book().Questions {
		found = append(found, whole("QUESTIONS", "hint", assets.L("Many questions at once."), assets.L("Ask the one that matters.")))
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
		return []data.Finding{whole("HARD_TO_READ", level, assets.L("Heavy to read."), assets.L("Shorter sentences and plainer words."))}
	}
	var found []data.Finding
	at := l.core.from
	for _, s := range sentences(core) {
		at += strings.Index(l.body[at:], s)
		if n := len(wordsOf(s)); n > c.book().SentenceWords {
			found = append(found, data.Finding{Rule: "LONG_SENTENCE", Level: "hint", Start: at, End: at + len(s), Text: s, Say: assets.L("A sentence of {{.Words}} words.", assets.Args{"Words": strconv.Itoa(n)}), Try: assets.L("Make two of it.")})
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
			Say: assets.L("Nothing is attached."), Try: assets.L("Attach the file, or leave the sentence out."),
		})
	}
	to, err := mail.ParseAddressList(c.Envelope.To)
	several := err == nil && len(to) > 1 || err != nil && strings.Count(c.Envelope.To, "@") > 1
	if several && baseStage(c.Stage) == "thank_you" {
		found = append(found, whole("SEVERAL_RECIPIENTS", "warn", assets.L("One thank-you to several people."), assets.L("Write to each of them.")))
	}
	for _, a := range to {
		if c.Contacts != nil && !slices.ContainsFunc(c.Contacts, func(known string) bool { return strings.EqualFold(known, a.Address) }) {
			f := whole("NOT_A_CONTACT", "warn", assets.L("This address is not one of the people you met here."), assets.L("Look at the address once more."))
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
		return []data.Finding{whole("TOO_EARLY", "warn", assets.L("They said {{.Day}}. Send {{.On}}?", assets.Args{"Day": c.Early.Said, "On": c.Early.Send}), assets.L("It keeps until then."))}
	}
	return []data.Finding{whole("TOO_EARLY", "warn", assets.L("It is early for this note. Send {{.On}}?", assets.Args{"On": c.Early.Send}), assets.L("It keeps until then."))}
}
