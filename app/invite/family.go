package invite

import (
	"net/mail"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// joinFamilies puts "Ruiz, Dana <ruiz@acme.example>" together again, which looks
// like two people: a single word that the address of the next part knows.
func joinFamilies(parts []string) []string {
	var all []string
	for i := 0; i < len(parts); i++ {
		family := strings.TrimSpace(parts[i])
		if i+1 < len(parts) && family != "" && !strings.ContainsAny(family, " <@\"") {
			if a, err := mail.ParseAddress(strings.TrimSpace(parts[i+1])); err == nil && a.Name != "" && knows(a.Address, family) {
				all = append(all, (&mail.Address{Name: a.Name + " " + family, Address: a.Address}).String())
				i++
				continue
			}
		}
		all = append(all, parts[i])
	}
	return all
}

// knows reports whether the part of an address before the @ has a name in it,
// whatever the accents.
func knows(address, name string) bool {
	local, _, _ := strings.Cut(address, "@")
	return strings.Contains(letters(local), letters(name))
}

// letters are the letters of a text, small and without accents.
func letters(text string) string {
	bare := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	if s, _, err := transform.String(bare, text); err == nil {
		text = s
	}
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, text)
}

// turned writes "Ruiz, Dana" as "Dana Ruiz"; what follows a comma as a title or
// a degree stays where it is.
func turned(name string) string {
	family, given, ok := strings.Cut(name, ",")
	given = strings.TrimSpace(given)
	if !ok || given == "" || strings.Contains(given, ",") {
		return name
	}
	switch strings.ToLower(strings.Trim(given, ".")) {
	case "jr", "sr", "ii", "iii", "iv", "phd", "ph.d", "md", "m.d", "mba", "esq", "msc", "cpa":
		return name
	}
	return given + " " + strings.TrimSpace(family)
}
