package invite

import (
	"slices"
	"strings"

	"afterword/data"
)

// add keeps a person, and reports whether the name is one of a person.
func (g *gathering) add(name, address, job, phrase string) bool {
	title, p := plainName(strings.TrimSpace(name))
	if address != "" {
		p.Addresses = []string{strings.ToLower(address)}
		p.Group = groupAddress(address)
	}
	if name != "" && !g.named(&p, title != "") || name == "" && (robot(address) || g.isMe(p) || p.Group) {
		return false
	}
	p.Job = job
	if g.isMe(p) || strings.EqualFold(p.First(), g.me) && (g.me != "") && !g.writes(p) {
		return true // the user is among those who meet
	}
	if len(p.Addresses) > 0 && robot(p.Address()) {
		p.Addresses = nil
	}
	for i, known := range g.all {
		if strings.EqualFold(known.Name, p.Name) && p.Name != "" || known.Address() != "" && known.Address() == p.Address() {
			if p.Address() != "" && known.Address() == "" {
				g.all[i].Addresses = p.Addresses
			}
			if known.Job == "" {
				g.all[i].Job = job
			}
			return true
		}
	}
	if len(g.all) < maxPeople {
		g.all = append(g.all, Attendee{p, strings.Trim(phrase, " *")})
	}
	return true
}

// writes reports whether p is the sender.
func (g *gathering) writes(p data.Person) bool {
	return g.From.Name != "" && strings.EqualFold(g.From.Name, p.Name)
}

// named reports whether a name is a person's. A first name alone is completed
// by the sender and those in copy, and is none when it is not theirs.
func (g *gathering) named(p *data.Person, titled bool) bool {
	words := strings.Fields(p.Name)
	if len(words) == 0 || len(p.Name) > maxFact || isFirm(p.Name) {
		return false
	}
	for _, w := range words {
		if notName(w) || isJob(w) {
			return false
		}
	}
	if g.company != "" && (strings.EqualFold(p.Name, g.company) || strings.EqualFold(words[0], strings.Fields(g.company)[0])) {
		return false
	}
	if len(words) > 1 || titled || p.Honorific != "" || len(p.Addresses) > 0 {
		return true
	}
	for _, known := range append([]data.Person{g.From}, g.To...) {
		if strings.EqualFold(known.First(), p.Name) && len(strings.Fields(known.Name)) > 1 {
			*p = known
			p.Kind = "interviewer"
			return true
		}
	}
	return false
}

func notName(word string) bool {
	low := strings.ToLower(strings.Trim(word, ".'"))
	if _, ok := monthWords()[low]; ok && len(low) > 3 {
		return true
	}
	if _, ok := weekdayWords()[low]; ok && len(low) > 3 {
		return true
	}
	switch low {
	case "zoom", "teams", "microsoft", "google", "meet", "webex", "skype", "team", "hr", "human", "resources", "talent", "hiring", "recruiting",
		"people", "interview", "video", "phone", "call", "meeting", "link", "office", "you", "us", "the", "our", "your", "calendar", "calendly",
		"ihnen", "ihren", "uns", "unserem", "unserer", "dem", "der", "den", "vous", "nous", "notre", "cordialement", "best", "regards", "kind",
		"gmbh", "ag", "se", "inc", "ltd", "llc", "sas", "sl", "freundlichen", "gr\u00fc\u00dfen", "viele", "saludos", "un", "una", "design", "product", "marketing",
		"engineering", "data", "sales", "finance", "legal", "operations", "acquisition", "careers", "support", "kind's", "warm", "many", "thanks", "more", "some", "questions", "any", "stakeholders",
		"reception", "security", "id", "id:", "passcode", "mittag", "blick", "bezug", "freundlichem", "gru\u00df", "sie", "frage", "fragen", "r\u00fcckfragen", "this", "that", "each", "several", "members", "member", "group", "company", "round":
		return true
	}
	return false
}

// sender adds who wrote, when that is a person who may be the one to meet.
func (g *gathering) sender() {
	p := g.From
	if len(strings.Fields(p.Name)) < 2 || robot(p.Address()) || p.Group || !g.isPerson(&p) {
		return
	}
	if len(g.all) == 0 && g.arranges(p) && !g.firstPerson() {
		return
	}
	g.add(p.Name, p.Address(), "", strings.TrimSpace(p.Name+" <"+p.Address()+">"))
}

func (g *gathering) isPerson(p *data.Person) bool {
	for _, sep := range []string{" from ", " at ", " @ ", " | ", " (", " von ", " bei ", " via ", " - ", " de chez ", " chez "} {
		if before, _, ok := strings.Cut(p.Name, sep); ok {
			p.Name = strings.TrimSpace(before)
		}
	}
	if len(strings.Fields(p.Name)) < 2 || trimTeam(p.Name) != p.Name {
		return false
	}
	return g.named(p, false)
}

// arranges reports whether the signature below the sender's name is of somebody
// who arranges meetings for others.
func (g *gathering) arranges(p data.Person) bool {
	for i, line := range g.lines {
		if !strings.Contains(line, p.Name) {
			continue
		}
		for _, near := range g.lines[i:min(len(g.lines), i+3)] {
			low := strings.ToLower(near)
			if slices.ContainsFunc([]string{"recruit", "talent", "coordinator", "koordinat", "personalreferent", "human resources", "assistant", "assistenz", "people operations", "ressources humaines", "recursos humanos", "selecci\u00f3n", "charg\u00e9e de recrutement"},
				func(w string) bool { return strings.Contains(low, w) }) {
				return true
			}
		}
	}
	return false
}

// address gives a person without one the address that the invitation shows for
// the name.
func (g *gathering) address(a *Attendee) {
	if len(a.Addresses) > 0 {
		return
	}
	for _, known := range append([]data.Person{g.From}, g.To...) {
		if strings.EqualFold(known.Name, a.Name) && known.Address() != "" && !robot(known.Address()) {
			a.Addresses = known.Addresses
			return
		}
	}
	var seen []string
	for _, line := range g.lines {
		seen = append(seen, reAddress().FindAllString(line, 20)...)
	}
	for _, known := range g.To {
		seen = append(seen, known.Addresses...)
	}
	for _, s := range seen[:min(len(seen), 200)] {
		s = strings.ToLower(s)
		if fits(s, a.Person) && !robot(s) && !slices.Contains(g.Me, s) {
			a.Addresses = []string{s}
			return
		}
	}
}

// fits reports whether an address is written from a name: dana.ruiz@, druiz@.
func fits(address string, p data.Person) bool {
	local, _, _ := strings.Cut(address, "@")
	first, last := flat(p.First()), flat(p.Last())
	if first == "" || last == "" {
		return false
	}
	return slices.Contains([]string{first + last, first[:1] + last, last + first, last}, flat(local))
}
