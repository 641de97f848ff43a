package invite

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPeople(t *testing.T) {
	cases := []struct {
		text string
		want []string // name <address> title group
	}{
		{"Dana Ruiz <dana@acme.example>, Lee Park", []string{"Dana Ruiz <dana@acme.example>", "Lee Park <>"}},
		{"Dana Ruiz, Lee Park and Maya Stone", []string{"Dana Ruiz <>", "Lee Park <>", "Maya Stone <>"}},
		{"Dana & Lee", []string{"Dana <>", "Lee <>"}},
		{"dana@acme.example; lee@acme.example", []string{" <dana@acme.example>", " <lee@acme.example>"}},
		{`"Ruiz, Dana" <Dana@Acme.example>`, []string{"Dana Ruiz <dana@acme.example>"}},
		{`"Dana Ruiz, PhD" <dana@acme.example>`, []string{"Dana Ruiz, PhD <dana@acme.example>"}},
		{"O'Neil, Siobh\u00e1n <s.oneil@acme.example>, Lee Park", []string{"Siobh\u00e1n O'Neil <s.oneil@acme.example>", "Lee Park <>"}},
		{"Dana, Lee <lee@acme.example>", []string{"Dana <>", "Lee <lee@acme.example>"}},
		{"Dana Ruiz dana@acme.example", []string{"Dana Ruiz <dana@acme.example>"}},
		{"Dana Ruiz (dana@acme.example)", []string{"Dana Ruiz <dana@acme.example>"}},
		{"Dana Ruiz <dana@acme.example", []string{"Dana Ruiz <dana@acme.example>"}},
		{"Dana Ruiz <not an address>", []string{"Dana Ruiz <>"}},
		{"Dr. Dana Ruiz, Prof Lee Park", []string{"Dana Ruiz <> Dr", "Lee Park <> Prof"}},
		{"Prof. Dr. Anna-Lena van den Berg", []string{"Anna-Lena van den Berg <> Prof Dr"}},
		{"=?utf-8?q?J=C3=BCrgen?= <j@acme.example>", []string{"J\u00fcrgen <j@acme.example>"}},
		{"Acme careers <careers@acme.example>", []string{"Acme careers <careers@acme.example> group"}},
		{"Dana <dana@acme.example>, DANA <DANA@acme.example>, dana", []string{"Dana <dana@acme.example>", "dana <>"}},
		{"Dana\nLee\n\n", []string{"Dana <>", "Lee <>"}},
		{"Andy Sanders", []string{"Andy Sanders <>"}},
		{"", nil},
		{" , ;", nil},
	}
	for _, c := range cases {
		var got []string
		for _, p := range People(c.text) {
			s := fmt.Sprintf("%s <%s> %s", p.Name, p.Address(), p.Honorific)
			if p.Group {
				s += "group"
			}
			got = append(got, strings.TrimRight(s, " "))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("People(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func TestPeopleLimit(t *testing.T) {
	var many []string
	for i := range 200 {
		many = append(many, fmt.Sprintf("Person %d", i))
	}
	if got := len(People(strings.Join(many, ", "))); got != maxPeople {
		t.Errorf("got %d people, want %d", got, maxPeople)
	}
}

func FuzzPeople(f *testing.F) {
	f.Add("Dana Ruiz <dana@acme.example>, Lee Park")
	f.Add(`"Ruiz, Dana" <dana@acme.example>; Lee & Maya`)
	f.Fuzz(func(t *testing.T, text string) {
		people := People(text)
		if len(people) > maxPeople {
			t.Errorf("got %d people, want at most %d", len(people), maxPeople)
		}
		for _, p := range people {
			if p.Name == "" && p.Address() == "" || !utf8.ValidString(p.Name) || strings.ContainsAny(p.Address(), "\r\n") {
				t.Errorf("got %+v from %q", p, text)
			}
		}
	})
}
