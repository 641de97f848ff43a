package letter

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"afterword/assets"
	"afterword/data"
)

// aboutGreeting says that there is none, or that it names somebody else
// (letters.md 4.5).
func (l *text) aboutGreeting(c Context) []data.Finding {
	stage := baseStage(c.Stage)
	if _, known := c.book().Words[stage]; !known && !slices.Contains(Stages(), stage) {
		return nil
	}
	greeting := l.of(l.greeting)
	if greeting == "" {
		if strings.TrimSpace(l.body) == "" {
			return nil
		}
		return []data.Finding{{Rule: "NO_GREETING", Level: "warn", Say: assets.L("There is no greeting."), Try: c.hail()}}
	}
	if c.First == "" && c.Last == "" && c.Preferred == "" {
		return nil
	}
	name, at := greetedName(greeting)
	if name == "" || c.knows(name) || c.cannotKnow(greeting, name) {
		return nil
	}
	f := data.Finding{
		Rule: "GREETING_NAME", Level: "block",
		Start: l.greeting.from + at, End: l.greeting.from + at + len(name), Text: name,
		Say: assets.L("This letter goes to {{.Name}}.", assets.Args{"Name": firstOf(strings.TrimSpace(c.First+" "+c.Last), c.Preferred)}),
		Try: firstOf(firstOf(c.Preferred, c.First), c.Last),
	}
	if near := c.nearest(name); near != "" {
		f.Try, f.Say = near, assets.L("Did you mean {{.Name}}?", assets.Args{"Name": near})
	}
	return []data.Finding{f}
}

// honorific reports whether a word is a title, in English or German.
func honorific(word string) bool {
	word = strings.Trim(word, ".,")
	return isTitle(word) || isGermanTitle(word)
}

// hail returns a greeting for the recipient, or for anybody while nobody is.
func (c Context) hail() string {
	if c.german() {
		_, _, greeting := germanSalutations("", "", firstOf(c.First, "Dana"), c.Last)
		return greeting + ","
	}
	return "Hi " + firstOf(c.First, "Dana") + ","
}

// greetedName returns the name in a greeting and its offset, "" when the
// greeting names nobody.
func greetedName(greeting string) (string, int) {
	words := strings.Fields(greeting)
	if len(words) > 0 && len(wordsOf(words[0])) > 0 {
		switch strings.ToLower(wordsOf(words[0])[0]) {
		case "hi", "hello", "hey", "heya", "hiya", "yo", "dear", "greetings", "hallo", "liebe", "lieber", "moin":
			words = words[1:]
		case "good", "guten", "sehr":
			words = words[min(2, len(words)):]
		}
	}
	for len(words) > 0 && (honorific(words[0]) || filler(words[0])) {
		words = words[1:]
	}
	if len(words) == 0 || generic(words) {
		return "", 0
	}
	at := strings.LastIndex(greeting, words[0])
	name := strings.TrimRight(greeting[at:], " ,:;.!?-\u2013\u2014")
	return name, at
}

// generic reports whether a greeting is to a group: "Hi all", "Dear hiring team".
func generic(words []string) bool {
	switch strings.ToLower(strings.Trim(words[len(words)-1], ",:;.!?")) {
	case "there", "all", "team", "everyone", "everybody", "manager", "managers", "committee", "panel", "colleagues", "colleague",
		"sirs", "again", "concern", "you", "both", "recruiter", "recruiters", "recruiting", "recruitment", "hr", "department", "staff",
		"friends", "folks", "guys", "ladies", "gentlemen", "office", "group", "crew", "people", "interviewers", "acquisition", "resources",
		"herren", "damen", "zusammen", "alle", "allerseits", "miteinander", "recruitingteam", "personalabteilung":
		return true
	}
	return false
}

// filler reports whether a word of a greeting is no part of a name: "Hello again
// Dana", "Dear Sir or Madam".
func filler(word string) bool {
	switch strings.ToLower(strings.Trim(word, ",.")) {
	case "again", "there", "dear", "my", "or":
		return true
	}
	return false
}

// cannotKnow reports whether nobody can say that the greeting is wrong: it is to
// several people and one of them is the recipient, or it uses the part of the
// name that is not known.
func (c Context) cannotKnow(greeting, name string) bool {
	for _, part := range strings.FieldsFunc(strings.NewReplacer(" and ", ",", " & ", ",", "/", ",").Replace(name), func(r rune) bool { return r == ',' }) {
		if part = strings.TrimSpace(part); part != strings.TrimSpace(name) && c.knows(part) {
			return true
		}
	}
	formal := slices.ContainsFunc(strings.Fields(greeting), honorific)
	if c.nearest(name) != "" {
		return false
	}
	return formal && c.Last == "" || !formal && c.First == "" && c.Preferred == "" && len(strings.Fields(name)) == 1
}

// knows reports whether the recipient goes by name, accents and case apart.
func (c Context) knows(name string) bool {
	name = folded(name)
	for _, n := range c.names() {
		if n != "" && folded(n) == name {
			return true
		}
	}
	return false
}

func (c Context) names() []string {
	firstWord, _, _ := strings.Cut(c.First, " ")
	return []string{
		c.First, c.Preferred, c.Last, c.First + " " + c.Last, c.Preferred + " " + c.Last, firstWord,
		firstWord + " " + c.Last, c.Last + " " + c.First,
	}
}

// nearest returns the recipient's name that is one or two letters from name.
func (c Context) nearest(name string) string {
	for _, n := range []string{c.First, c.Preferred, c.Last} {
		d := distance(folded(n), folded(name))
		if n != "" && d > 0 && d <= 2 && d < len([]rune(n))-1 {
			return n
		}
	}
	return ""
}

// folded returns s in lower case without accents: "Jürgen Łoś" is "jurgen los".
func folded(s string) string {
	if ascii(s) {
		return strings.Join(strings.Fields(strings.ToLower(s)), " ")
	}
	s = withoutAccent().Replace(s)
	var sb strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		if !unicode.Is(unicode.Mn, r) {
			sb.WriteRune(r)
		}
	}
	return strings.Join(strings.Fields(sb.String()), " ")
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// withoutAccent writes the letters that do not come apart into a letter and an
// accent.
var withoutAccent = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("\u00df", "ss", "\u00f8", "o", "\u00d8", "o", "\u0142", "l", "\u0141", "l",
		"\u00e6", "ae", "\u00c6", "ae", "\u0153", "oe", "\u0111", "d", "\u0131", "i", "\u2019", "'")
})

// distance counts the letters to add, drop, change or swap between a and b
// (optimal string alignment).
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	if max(len(x), len(y)) > 64 {
		return 64
	}
	var before []int
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		next := make([]int, len(y)+1)
		next[0] = i + 1
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			next[j+1] = min(row[j]+cost, row[j+1]+1, next[j]+1)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row = row, next
	}
	return row[len(y)]
}
