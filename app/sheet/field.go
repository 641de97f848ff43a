package sheet

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// A Field is what a column means. The empty Field is kept in the notes.
type Field string

// The fields.
const (
	Note     Field = ""         // kept in the notes, under its heading
	Ignore   Field = "ignore"   // left out: running numbers and the like
	Company  Field = "company"  // the employer
	Role     Field = "role"     // the job
	When     Field = "when"     // the day of the interview, with or without a time
	Time     Field = "time"     // the time of the interview, beside its day
	End      Field = "end"      // when it ended
	Kind     Field = "kind"     // phone, video, on site, panel, final
	Place    Field = "place"    // an address or a link
	With     Field = "with"     // interviewers, with or without addresses
	Address  Field = "address"  // of the interviewer
	Stage    Field = "stage"    // how it stands: waiting, rejected, offer
	Answered Field = "answered" // the day of their answer
	Thanked  Field = "thanked"  // that, or when, a thank-you was sent
	Said     Field = "said"     // when they wanted to decide
	Country  Field = "country"  // ISO 3166 alpha-2
	Zone     Field = "zone"     // IANA name
	Agency   Field = "agency"   // the agency, or that there is one
)

//go:embed headings.txt
var headings string

// fields returns the field of each known heading, in plain words.
var fields = sync.OnceValue(func() map[string]Field { return wordList[Field](headings) })

// wordList reads lines of a meaning, a colon, and the words for it parted by
// commas; a line that begins with # says something to the reader.
func wordList[M ~string](text string) map[string]M {
	all := make(map[string]M)
	for line := range strings.Lines(text) {
		meaning, words, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(meaning, "#") {
			continue
		}
		for word := range strings.SplitSeq(words, ",") {
			all[plain(word)] = M(meaning)
		}
	}
	return all
}

// Fields lists all fields in the order in which a user is offered them.
func Fields() []Field {
	return []Field{Company, Role, When, Time, End, With, Address, Kind, Place, Stage, Answered, Thanked, Said, Country, Zone, Agency, Note, Ignore}
}

// A Mapping names the field of each column.
type Mapping []Field

// Guess returns what the columns probably mean, by their headings and, where
// those say nothing, by what is in them. No field but Note and Ignore is given
// to two columns.
func Guess(t Table) Mapping {
	m := make(Mapping, len(t.Headings))
	for pass := range 2 { // whole headings before parts of them
		for i, h := range t.Headings {
			f := byHeading(h, pass == 0)
			if m[i] == Note && f != Note && (f == Ignore || !slices.Contains(m, f)) {
				m[i] = f
			}
		}
	}
	for i := range m {
		if m[i] != Note {
			continue
		}
		if f := byContent(t, i); f == Ignore || f != Note && !slices.Contains(m, f) {
			m[i] = f
		}
	}
	return m
}

// byHeading looks a heading up, whole or by its longest known run of words.
func byHeading(heading string, whole bool) Field {
	words := strings.Fields(plain(heading))
	if whole {
		return fields()[strings.Join(words, " ")]
	}
	for n := len(words) - 1; n > 0; n-- {
		for from := 0; from+n <= len(words); from++ {
			if f, ok := fields()[strings.Join(words[from:from+n], " ")]; ok {
				return f
			}
		}
	}
	return Note
}

// byContent knows a column of running numbers, of addresses, of states or of days
// when it sees one.
func byContent(t Table, column int) Field {
	var filled, addresses, states, days, running int
	for i, row := range t.Rows[:min(len(t.Rows), 50)] {
		c := row.Cells
		if column >= len(c) || c[column] == "" {
			continue
		}
		filled++
		if c[column] == strconv.Itoa(i+1) {
			running++
		}
		if strings.Contains(c[column], "@") && !strings.ContainsAny(c[column], " /") {
			addresses++
		}
		if _, ok := stageOf(c[column]); ok {
			states++
		}
		if dayForm.MatchString(c[column]) {
			days++
		}
	}
	switch most := filled * 4 / 5; {
	case filled == 0:
		return Note
	case running == filled && running > 1:
		return Ignore
	case addresses > most:
		return Address
	case states > most:
		return Stage
	case days > most:
		return When
	}
	return Note
}

// plain is a heading as it is compared: lower case, no accents, words of
// letters and digits with one blank between them.
func plain(s string) string {
	bare := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	if t, _, err := transform.String(bare, s); err == nil {
		s = t
	}
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.Join(words, " ")
}
