package invite

import (
	"net/mail"
	"strings"

	"afterword/data"
)

// maxPeople is more than any panel has.
const maxPeople = 50

// People reads a list such as "Dana Ruiz <dana@acme.example>, Lee Park": a list
// of RFC 5322 mailboxes, but a name needs no address, and semicolons, line ends
// and "and" part people too. Addresses come in lower case. At most 50 people
// are read; nobody comes twice.
func People(text string) []data.Person {
	var people []data.Person
	seen := map[string]bool{}
	for _, part := range joinFamilies(splitPeople(strings.ToValidUTF8(text, "?"))) {
		p := personOf(part)
		key := strings.ToLower(firstOf(p.Address(), p.Name))
		if key == "" || seen[key] || len(people) == maxPeople {
			continue
		}
		seen[key] = true
		people = append(people, p)
	}
	return people
}

// splitPeople parts the list where no quotes, comment or angle brackets are open.
func splitPeople(text string) []string {
	var parts []string
	start, quoted, depth := 0, false, 0
	cut := func(i, next int) {
		parts = append(parts, text[start:i])
		start = next
	}
	for i, r := range text {
		switch {
		case i < start:
		case r == '"' && strings.Contains(text[i+1:], `"`) || r == '"' && quoted:
			quoted = !quoted
		case quoted:
		case r == '<' || r == '(':
			depth++
		case r == '>' || r == ')':
			depth = max(0, depth-1)
		case r == '\n' || r == ';' || r == ',' && depth == 0:
			depth = 0
			cut(i, i+1)
		case r == ' ' && depth == 0:
			for _, and := range []string{" and ", " & "} {
				if strings.HasPrefix(text[i:], and) {
					cut(i, i+len(and))
				}
			}
		}
	}
	return append(parts, text[start:])
}

// personOf reads one mailbox, or a name alone.
func personOf(part string) data.Person {
	part = strings.TrimSpace(part)
	if a, err := mail.ParseAddress(part); err == nil {
		return person(a.Name, a.Address)
	}
	name, rest, ok := strings.Cut(part, "<")
	if !ok {
		name, rest, ok = strings.Cut(part, "(")
	}
	if ok {
		rest = strings.TrimRight(strings.TrimSpace(rest), ">)")
		if a, err := mail.ParseAddress(rest); err == nil {
			return person(name, a.Address)
		}
		return person(name, "")
	}
	words := strings.Fields(part)
	for i, w := range words {
		if a, err := mail.ParseAddress(w); err == nil {
			return person(strings.Join(append(words[:i:i], words[i+1:]...), " "), a.Address)
		}
	}
	return person(part, "")
}

func person(name, address string) data.Person {
	name = turned(strings.Trim(strings.Join(strings.Fields(name), " "), `"' ,;`))
	p := data.Person{Kind: "interviewer"}
	p.Honorific, p.Name = honorific(name)
	if address != "" {
		p.Addresses = []string{strings.ToLower(address)}
		p.Group = groupAddress(address)
	}
	return p
}

// honorific parts "Prof. Dr. Dana Ruiz" into "Prof Dr" and "Dana Ruiz".
func honorific(name string) (title, rest string) {
	for {
		first, after, ok := strings.Cut(name, " ")
		if !ok {
			return title, name
		}
		word := strings.TrimSuffix(first, ".")
		switch strings.ToLower(word) {
		case "mr", "mrs", "ms", "mx", "dr", "prof", "professor":
			title, name = strings.TrimSpace(title+" "+word), strings.TrimSpace(after)
		default:
			return title, name
		}
	}
}

// groupAddress reports whether many people read mail to address (RFC 2142 and
// the names that recruiting teams use).
func groupAddress(address string) bool {
	local, _, _ := strings.Cut(strings.ToLower(address), "@")
	for _, word := range strings.FieldsFunc(local, func(r rune) bool { return r == '.' || r == '-' || r == '_' || r == '+' }) {
		switch word {
		case "careers", "career", "jobs", "job", "hr", "recruiting", "recruitment", "talent", "hiring",
			"info", "office", "contact", "hello", "team", "people", "noreply", "applications":
			return true
		}
	}
	return false
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
