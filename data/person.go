package data

import "strings"

// A Person is somebody on the employer's side.
type Person struct {
	ID        ID
	Name      string   // full name as the user wrote it
	Preferred string   // how they sign; "" means the first word of Name
	Honorific string   // "Dr", "Ms"; "" for none
	Job       string   // "Head of design"
	Kind      string   // interviewer, recruiter, manager, coordinator, agency or ""
	Addresses []string // RFC 5322 addr-spec, lower case, the first is written to
	Keep      int      // days after the last contact to write again; 0 for never
	Group     bool     // an address that many people read, such as careers@
}

// First returns what to call the person: the first name, or form of address and
// family name where no first name is known.
func (p Person) First() string {
	if p.Preferred != "" {
		return p.Preferred
	}
	name := strings.TrimSpace(p.Name)
	first, rest, _ := strings.Cut(name, " ")
	switch {
	case addresses(first) && rest != "":
		return name // "Frau Weber"
	case rest == "" && name != "" && p.Honorific != "":
		return p.Honorific + " " + name // "Mr Smith"
	}
	return first
}

// addresses reports whether a word begins a name without being a part of it.
func addresses(word string) bool {
	switch strings.ToLower(strings.TrimSuffix(word, ".")) {
	case "frau", "herr", "herrn", "mr", "mrs", "ms", "mx", "dr", "prof", "professor":
		return true
	}
	return false
}

// Last returns the family name, taken to be the last word of a name of two or
// more words.
func (p Person) Last() string {
	words := strings.Fields(p.Name)
	if len(words) < 2 {
		return ""
	}
	return words[len(words)-1]
}

// Address returns the address to write to, or "".
func (p Person) Address() string {
	if len(p.Addresses) == 0 {
		return ""
	}
	return p.Addresses[0]
}
