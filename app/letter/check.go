package letter

import (
	"strings"

	"afterword/data"
)

// A Context is what Check knows of a letter beside its words. What is not known
// is left empty, and the checks that need it are left out.
type Context struct {
	Stage    string // of templates, or "any": only what holds everywhere
	Language string // that the letter should be in (BCP 47); "" is English. What it is in is seen from its words

	First     string // of the recipient
	Last      string
	Preferred string // how the recipient signs

	Company        string
	Topic          string
	OtherCompanies []string // of the user's other applications
	PastEmployers  []string // may be named although they are other companies
	Previous       []string // bodies of earlier notes: of the panel, or the check-in before

	Envelope *Envelope // nil while nobody knows how the letter leaves
	Contacts []string  // addresses of the people of this application; nil while nobody knows
	Early    *Early    // when it is too soon to send; nil when it is not
}

// An Early says why a letter waits, in words for the user.
type Early struct {
	Said string // the day that the employer named: "Friday"; "" when none was named
	Send string // when to send: "on Tuesday"
}

// An Envelope is how a letter will leave.
type Envelope struct {
	To          string // RFC 5322 mailboxes, parted by commas
	Thread      bool   // it answers a mail
	Attachments int
}

// Check returns what is to be said about a letter, by place, what concerns the
// subject or the whole letter first (letters.md 4.2 to 4.5). A first line that
// begins with "Subject:" is the subject. Offsets are UTF-8 bytes of the body,
// which is the text behind the subject and its empty line; a finding about the
// subject or the whole letter has the offsets 0 and 0.
func Check(text string, c Context) []data.Finding {
	l := split(text)
	c.Language = languageOf(l.body, c.Language)
	found := l.placeholders(c)
	whole := l.aboutSubject(c)
	checks := []func(Context) []data.Finding{l.aboutGreeting, l.aboutCompanies, l.aboutLength, l.aboutEnvelope, l.aboutTime, l.aboutPrevious}
	if c.toned() {
		found = append(found, CheckSentenceIn(c.Language, c.Stage, l.body)...)
		checks = append(checks, l.aboutElements, l.aboutEase)
	}
	for _, check := range checks {
		for _, f := range check(c) {
			if f.End > 0 {
				found = append(found, f)
			} else {
				whole = append(whole, f)
			}
		}
	}
	return append(whole, ordered(found)...)
}

// A text is a letter in its parts. Each part is body[from:to] of the body.
type text struct {
	subject    string
	hasSubject bool
	body       string // without the words of the other side
	greeting   span
	core       span // between greeting and sign-off
	signOff    span
}

// A span is a part of the body, in bytes.
type span struct{ from, to int }

func (l *text) of(s span) string { return l.body[s.from:s.to] }

// split takes a letter apart.
func split(s string) *text {
	l := &text{body: s}
	first, rest, _ := strings.Cut(s, "\n")
	if len(first) >= 8 && strings.EqualFold(first[:8], "subject:") {
		l.hasSubject = true
		l.subject = strings.TrimSpace(first[8:])
		rest = strings.TrimPrefix(rest, "\r")
		l.body = strings.TrimPrefix(rest, "\n")
	}
	l.body = ownWords(l.body)
	l.greeting = greetingOf(l.body)
	l.signOff = signOffOf(l.body, l.greeting.to)
	if end := len(l.body); len(wordsOf(l.body[l.greeting.to:l.signOff.from])) == 0 {
		l.signOff = span{end, end} // "Thank you." may be all there is
	}
	l.core = span{l.greeting.to, l.signOff.from}
	return l
}

// Words counts the words of a letter's body without greeting and sign-off
// (letters.md 4.4).
func Words(body string) int {
	l := split(body)
	return len(wordsOf(l.of(l.core)))
}

// greetingOf finds "Hi Dana," at the start of the body, also when the text goes
// on in the same line.
func greetingOf(body string) span {
	from := len(body) - len(strings.TrimLeft(body, " \t\r\n\u00a0"))
	line, _, _ := strings.Cut(body[from:], "\n")
	if i := strings.IndexAny(line, ",:;.!?"); i >= 0 && !titleDot(line, i) {
		line = line[:i+1]
	} else if i := strings.IndexAny(line, ",:"); i >= 0 {
		line = line[:i+1]
	}
	words := wordsOf(line)
	if len(words) == 0 || len(words) > 8 {
		return span{from, from}
	}
	if !salutes(line) && (strings.EqualFold(words[0], "good") || len(words) > 2 || !strings.HasSuffix(strings.TrimSpace(line), ",")) {
		return span{from, from}
	}
	return span{from, from + len(line)}
}

// salutes reports whether a line begins as a greeting does, not with a name
// alone.
func salutes(line string) bool {
	words := wordsOf(line)
	if len(words) == 0 {
		return false
	}
	switch strings.ToLower(words[0]) {
	case "hi", "hello", "hey", "heya", "hiya", "yo", "dear", "greetings", "hallo", "liebe", "lieber", "moin":
		return true
	case "good", "guten", "sehr":
		return dayPart(words)
	}
	return false
}

// titleDot reports whether the stop at i belongs to a title: "Dear Dr. Reyes,".
func titleDot(line string, i int) bool {
	if line[i] != '.' {
		return false
	}
	words := wordsOf(line[:i])
	return len(words) > 0 && honorific(words[len(words)-1])
}

func isTitle(word string) bool {
	switch strings.ToLower(strings.TrimSuffix(word, ".")) {
	case "mr", "mrs", "ms", "mx", "miss", "dr", "prof", "professor", "sir", "madam":
		return true
	}
	return false
}

func dayPart(words []string) bool {
	if len(words) < 2 {
		return false
	}
	switch strings.ToLower(words[1]) {
	case "morning", "afternoon", "evening", "day", "tag", "morgen", "abend", "geehrte", "geehrter":
		return true
	}
	return false
}

// signOffOf finds the closing lines: a line of thanks or wishes that ends in a
// comma, or one that only signs, with nothing but short lines behind it.
func signOffOf(body string, from int) span {
	end := len(strings.TrimRight(body, " \t\r\n"))
	best := span{max(from, end), max(from, end)}
	at := end
	for range 6 {
		start := strings.LastIndexByte(body[:at], '\n') + 1
		if start < from {
			break
		}
		line := strings.TrimSpace(body[start:at])
		if len(wordsOf(line)) > 9 || strings.ContainsAny(line, "?!") || strings.HasSuffix(line, ".") && len(wordsOf(line)) > 3 {
			break
		}
		if strings.HasSuffix(line, ",") || closing(line) {
			best.from = start
			return best
		}
		if at = start - 1; at < from {
			break
		}
	}
	// A name alone, in a paragraph of its own.
	if i := strings.LastIndex(body[:end], "\n\n"); i >= from && len(wordsOf(body[i:end])) <= 4 && !strings.HasSuffix(body[:end], ".") {
		best.from = i + 2
	}
	return best
}

func closing(line string) bool {
	switch strings.ToLower(strings.TrimRight(line, ",.")) {
	case "best", "best regards", "kind regards", "regards", "thanks", "thank you", "cheers", "sincerely",
		"yours sincerely", "yours faithfully", "best wishes", "warm regards", "all the best", "many thanks",
		"mit freundlichen gr\u00fc\u00dfen", "mit besten gr\u00fc\u00dfen", "mit herzlichen gr\u00fc\u00dfen", "freundliche gr\u00fc\u00dfe",
		"viele gr\u00fc\u00dfe", "beste gr\u00fc\u00dfe", "herzliche gr\u00fc\u00dfe", "liebe gr\u00fc\u00dfe", "alles gute":
		return true
	}
	return false
}
