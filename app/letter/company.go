package letter

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"afterword/assets"
	"afterword/data"
)

// aboutCompanies finds the name of another company of the user's applications
// (letters.md 4.5): in the subject, the greeting or the first sentence it is
// most likely a letter for somebody else.
func (l *text) aboutCompanies(c Context) []data.Finding {
	var found []data.Finding
	for _, other := range c.OtherCompanies {
		if other = strings.TrimSpace(other); other == "" || c.may(other) {
			continue
		}
		f := data.Finding{
			Rule: "OTHER_COMPANY", Level: "block", Text: other,
			Say: assets.L("This is the name of another company you are talking with."), Try: c.Company,
		}
		if len(wholeWords(l.subject, other, c.Company)) > 0 {
			found = append(found, f)
			continue
		}
		for _, s := range wholeWords(l.body, other, c.Company) {
			f.Start, f.End, f.Text = s.from, s.to, l.body[s.from:s.to]
			f.Level = "warn"
			if s.from < l.firstSentence() {
				f.Level = "block"
			}
			found = append(found, f)
		}
	}
	return found
}

// may reports whether the letter may name the company: its own, or one the user
// worked for.
func (c Context) may(other string) bool {
	same := func(s string) bool { return folded(s) == folded(other) }
	return same(c.Company) || slices.ContainsFunc(c.PastEmployers, same)
}

// firstSentence returns where the first sentence behind the greeting ends.
func (l *text) firstSentence() int {
	all := sentences(l.of(l.core))
	if len(all) == 0 {
		return l.core.to
	}
	return l.core.from + strings.Index(l.of(l.core), all[0]) + len(all[0])
}

// wholeWords returns where name stands in s as words of its own, and not as a
// part of the company the letter is for.
func wholeWords(s, name, own string) []span {
	var found []span
	lower, name, own := strings.ToLower(s), strings.ToLower(name), strings.ToLower(own)
	if len(lower) != len(s) {
		lower = s // a letter that changes its length with its case: compare as written
	}
	for at := 0; ; {
		i := strings.Index(lower[at:], name)
		if i < 0 {
			return found
		}
		from, to := at+i, at+i+len(name)
		at = to
		before, _ := utf8.DecodeLastRuneInString(lower[:from])
		after, _ := utf8.DecodeRuneInString(lower[to:])
		if isWordRune(before) || isWordRune(after) || within(lower, from, to, own) || s[from:to] == name && everyday(name) {
			continue
		}
		found = append(found, span{from, to})
	}
}

// everyday reports whether a company's name, in small letters, is a word that
// letters use: "the next step" is not about Next.
func everyday(name string) bool {
	return slices.Contains(strings.Fields(`next target apple box meta square stripe slack snap shell gap visa amazon oracle indeed
		monster notion linear block plaid brave wise bolt bird lime zoom unity epic valve chase discover progressive allied general
		national boots orange sky sage three first open north south east west star signal intercom drift segment scale ramp gusto
		remote deel mercury affirm circle clear compass current deliver dish elastic figure flex focus fresh front ginger good
		grammar guild hinge home honey hub impact key lattice lever life light loop match medium mint mode moss nest new palm
		path people pilot play prime quest rapid ready reach relay ring river root rush safe scout seed sense shift simple smart
		spark spring stage stem step summit sun swift team thrive time touch track trade true turn union vital wave way well work
		workday yes zest relative toast faire carta brex loom miro discord`), name)
}

func isWordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// within reports whether s[from:to] lies inside an occurrence of own.
func within(s string, from, to int, own string) bool {
	if own == "" {
		return false
	}
	start := max(0, from-len(own))
	window := s[start:min(len(s), to+len(own))]
	for i := strings.Index(window, own); i >= 0; {
		if start+i <= from && to <= start+i+len(own) {
			return true
		}
		next := strings.Index(window[i+1:], own)
		if next < 0 {
			return false
		}
		i += 1 + next
	}
	return false
}
