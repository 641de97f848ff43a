package letter

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"afterword/assets"
)

// longLetter has 2,000 words, good sentences and now and then a bad one.
func longLetter(t testing.TB) string {
	b := readBatch(t, batches[0])
	var sb strings.Builder
	sb.WriteString("Hi Dana,\n\n")
	for i, words := 0, 0; words < 2000; i++ {
		s := b.Good[i%len(b.Good)].Text
		if i%10 == 9 {
			s = b.Bad[i%len(b.Bad)].Text
		}
		words += len(wordsOf(s))
		sb.WriteString(s)
		sb.WriteString([]string{" ", " ", "\n", "\n\n"}[i%4])
	}
	return sb.String() + "\n\nBest,\nSam\n"
}

func BenchmarkLongLetter(b *testing.B) {
	text := longLetter(b)
	c := Context{Stage: "check_in", First: "Dana", Company: "Northwind", OtherCompanies: []string{"Contoso"}, Envelope: &Envelope{}}
	english()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Check(text, c)
	}
}

// BenchmarkLongLetterBaseline reads the same text with one regexp, the longest
// of the spec's.
func BenchmarkLongLetterBaseline(b *testing.B) {
	text := longLetter(b)
	s, _ := readSpec(b)
	longest := ""
	for _, r := range s.Rules {
		if len(r.Re) > len(longest) {
			longest = r.Re
		}
	}
	re := regexp.MustCompile(longest)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		re.FindAllStringIndex(text, -1)
	}
}

// BenchmarkLongLetterEveryPattern reads the same text with each pattern of the
// spec, as a checker without a sieve would.
func BenchmarkLongLetterEveryPattern(b *testing.B) {
	text := longLetter(b)
	s, _ := readSpec(b)
	var all []*regexp.Regexp
	for _, r := range s.Rules {
		all = append(all, regexp.MustCompile(r.Re))
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		for _, re := range all {
			re.FindAllStringIndex(text, -1)
		}
	}
}

// BenchmarkManyLetters checks 2,000 letters in one file of cases.
func BenchmarkManyLetters(b *testing.B) {
	var cases []map[string]any
	for i := range 2000 {
		stage := []string{"thank_you", "check_in", "last_note", "rejection_reply"}[i%4]
		brief := full(stage, tones()[i%4])
		brief.Variant = i
		d, err := Write(brief)
		if err != nil {
			b.Fatal(err)
		}
		ctx := map[string]any{"to": "dana@acme.example", "first": "Dana", "last": "Reyes", "company": "Northwind", "other_companies": []string{"Contoso", "Initech"}}
		cases = append(cases, map[string]any{"id": fmt.Sprint(i), "stage": stage, "subject": d.Subject, "body": d.Body, "ctx": ctx})
	}
	text, err := json.Marshal(map[string]any{"structural_examples": cases})
	if err != nil {
		b.Fatal(err)
	}
	english()
	for b.Loop() {
		if _, err := CheckCases(text); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkReadBook compiles all rules, once at the first check.
func BenchmarkReadBook(b *testing.B) {
	for b.Loop() {
		if _, err := readBook(assets.Letters(), "en"); err != nil {
			b.Fatal(err)
		}
	}
}
