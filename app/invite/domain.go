package invite

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// notCompany reports whether words that stand where a company may stand are
// something else: a day, a place to meet, a service.
func notCompany(name string) bool {
	first, _, _ := strings.Cut(strings.ToLower(name), " ")
	if _, ok := monthWords()[first]; ok {
		return true
	}
	if _, ok := weekdayWords()[first]; ok {
		return true
	}
	if _, zone := zoneNames()[strings.ToLower(name)]; zone || zoneNamed(name) != "" {
		return true
	}
	if !strings.ContainsFunc(name, unicode.IsLetter) {
		return true
	}
	if reClockWord().MatchString(first) {
		return true
	}
	switch first {
	case "zoom", "teams", "microsoft", "google", "meet", "webex", "skype", "whereby", "calendly", "gmail", "am", "pm", "the", "our", "your",
		"ihnen", "uns", "ihrer", "you", "us", "me", "i", "interview", "video", "phone", "reception", "team", "human", "hiring", "hr", "noon", "least",
		"dr", "dr.", "frau", "herr", "herrn", "mme", "m.", "mr", "mrs", "ms", "sra", "sr", "monsieur", "madame", "the\u2026", "level", "floor", "room":
		return true
	}
	return isJob(name) && len(strings.Fields(name)) < 3
}

// isFirm reports whether the last word of a name is one that companies, but no
// people, are called by.
func isFirm(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	if len(words) < 2 {
		return false
	}
	switch words[len(words)-1] {
	case "systems", "bank", "labs", "lab", "group", "gruppe", "software", "energy", "health", "robotics", "solutions", "technologies", "technology",
		"foods", "partners", "studio", "studios", "media", "consulting", "services", "industries", "holding", "university", "clinic", "klinik", "hospital",
		"insurance", "logistics", "capital", "ventures", "digital", "analytics", "works", "werke", "stadtwerke", "versicherung", "pharma", "motors", "networks", "international", "foundation":
		return true
	}
	return false
}

var reClockWord = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\d{1,2}(?:[:.h]\d\d)?(?:am|pm|a\.m|p\.m|h|uhr)?$`)
})

// stem returns the telling part of a mail domain: "acme-robotics" of
// "mail.acme-robotics.co.uk"; "" when it is that of a mail provider or of a
// program that sends for others.
func stem(address string) string {
	_, domain, ok := strings.Cut(strings.ToLower(address), "@")
	if !ok {
		return ""
	}
	parts := strings.Split(domain, ".")
	if len(parts) < 2 {
		return ""
	}
	parts = parts[:len(parts)-1]
	if last := parts[len(parts)-1]; len(parts) > 1 && (last == "co" || last == "com" || last == "org" || last == "ac" || last == "gov" || last == "net") {
		parts = parts[:len(parts)-1]
	}
	name := parts[len(parts)-1]
	switch name {
	case "gmail", "googlemail", "outlook", "hotmail", "live", "msn", "yahoo", "icloud", "me", "mac", "gmx", "web", "t-online", "freenet", "posteo",
		"mailbox", "fastmail", "proton", "protonmail", "pm", "aol", "orange", "free", "laposte", "sfr", "wanadoo", "zoho", "hey", "yandex", "mail",
		"greenhouse", "greenhouse-mail", "lever", "ashbyhq", "workable", "workablemail", "smartrecruiters", "myworkday", "workday", "teamtailor", "teamtailor-mail",
		"recruitee", "personio", "bamboohr", "icims", "jobvite", "breezy", "successfactors", "taleo", "goodtime", "gem", "calendly", "zoom", "google",
		"microsoft", "linkedin", "xing", "indeed", "stepstone", "example", "hireloop", "cal", "doodle":
		return ""
	}
	return name
}

// flat returns the letters and digits of a name in lower case, accents taken
// from the letters that have them in company names.
func flat(name string) string {
	r := strings.NewReplacer("\u00e4", "a", "\u00f6", "o", "\u00fc", "u", "\u00df", "ss", "\u00e9", "e", "\u00e8", "e", "\u00ea", "e", "\u00e0", "a", "\u00e2", "a",
		"\u00e7", "c", "\u00ee", "i", "\u00ef", "i", "\u00f4", "o", "\u00f1", "n", "\u00e1", "a", "\u00ed", "i", "\u00f3", "o", "\u00fa", "u", "&", "and")
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return c
		}
		return -1
	}, r.Replace(strings.ToLower(name)))
}

// ofDomain reports whether a name fits the sender's domain: "Acme Robotics"
// fits acme.example and acme-robotics.example.
func (t *text) ofDomain(name string) bool {
	s := flat(stem(t.From.Address()))
	n := flat(name)
	if len(s) < 3 || len(n) < 3 {
		return false
	}
	first, _, _ := strings.Cut(name, " ")
	return s == n || s == flat(first) || strings.HasPrefix(s, n) && len(n) >= 4 || strings.HasPrefix(n, s)
}

// companyOfDomain takes the sender's domain, as the invitation writes it if it
// does.
func (t *text) companyOfDomain(lines []string) Found {
	name := stem(t.From.Address())
	if len(name) < 2 || strings.Contains(strings.ToLower(t.From.Name), "notification") || robot(t.From.Address()) && strings.Contains(name, "mail") {
		return Found{}
	}
	for _, line := range lines {
		words := strings.Fields(line)
		for i := range words {
			for k := min(i+4, len(words)); k > i; k-- {
				said := companyTidy(strings.Join(words[i:k], " "))
				if said != "" && flat(said) == flat(name) && unicode.IsUpper(firstRune(said)) && !strings.ContainsAny(said, "@/.") {
					return Found{said, phraseAround(line, said)}
				}
			}
		}
	}
	return Found{titledWords(name), t.From.Address()}
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

func titledWords(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' })
	for i, w := range words {
		first := string(firstRune(w))
		words[i] = strings.ToUpper(first) + strings.TrimPrefix(w, first)
	}
	return strings.Join(words, " ")
}

// robot reports whether nobody reads mail to an address.
func robot(address string) bool {
	local, _, _ := strings.Cut(strings.ToLower(address), "@")
	local = strings.NewReplacer("-", "", "_", "", ".", "").Replace(local)
	for _, w := range []string{"noreply", "donotreply", "notification", "mailer", "calendar", "scheduling", "scheduler", "invite", "automated", "keineantwort", "nepasrepondre", "noresponder"} {
		if strings.HasPrefix(local, w) || strings.HasSuffix(local, w) || strings.HasSuffix(local, w+"s") {
			return true
		}
	}
	return false
}

// phraseAround returns the sentence of line that holds words, shortened to what
// fits beside a field.
func phraseAround(line, words string) string {
	const most = 90
	at := strings.Index(line, words)
	if len(line) <= most || at < 0 {
		return strings.Trim(line, " *")
	}
	start, end := at, min(len(line), at+len(words))
	if i := strings.LastIndexAny(line[:at], ".!?"); i >= 0 && at-i < most/2 {
		start = i + 1
	} else {
		start = max(0, at-most/2)
		if i := strings.IndexByte(line[start:at+1], ' '); i >= 0 && start > 0 {
			start += i
		}
	}
	if i := strings.IndexAny(line[end:], ".!?"); i >= 0 && i < most/3 {
		end += i
	}
	start, end = runeStart(line, start), runeStart(line, end)
	return strings.Trim(line[start:end], " *")
}

// phraseFrom returns what stands in line from start on, to the end of the
// sentence if that is near.
func phraseFrom(line string, start int) string {
	const most = 90
	words := line[start:runeStart(line, min(len(line), start+most))]
	for _, end := range []string{". ", "! ", "? "} {
		if i := strings.Index(words, end); i > most/3 {
			words = words[:i]
		}
	}
	if i := strings.LastIndexByte(words, ' '); start+len(words) < len(line) && len(words) > most-10 && i > most/2 {
		words = words[:i]
	}
	return strings.Trim(words, " *")
}

// phraseTo returns the matched words up to the end of the value among them.
func phraseTo(line, match, value string) string {
	match = strings.TrimSpace(match)
	if i := strings.Index(match, value); i > 0 {
		match = match[:i+len(value)]
	} else if i == 0 && len(line) <= 90 {
		match = line
	}
	return strings.Trim(match, " *")
}

func runeStart(s string, i int) int {
	for i > 0 && i < len(s) && s[i]&0xC0 == 0x80 {
		i--
	}
	return i
}
