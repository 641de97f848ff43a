package reply

import (
	"slices"
	"strings"
	"time"

	"afterword/assets"
	"afterword/data"
)

// A World is what the program knows when a mail comes.
type World struct {
	Me       []string           // the user's own addresses
	OwnHosts []string           // servers whose Authentication-Results are trusted (RFC 8601 2.5)
	Cases    []data.Case        // with their interviews as they now stand
	Sent     []data.Message     // mails of the user's own that belong to an application
	Always   map[string]data.ID // senders whose mails always belong to an application
	Never    map[string]bool    // senders that are never asked about
	Zone     *time.Location     // the user's
	Now      time.Time
}

// An Index finds whose a mail is. It is made once for many mails and may be
// used from any goroutine.
type Index struct {
	world    World
	byID     map[string]data.Message // Message-ID of what we sent
	byPerson map[string][]owner      // addr-spec
	byDomain map[string][]*data.Case // registrable domain of the people's addresses
}

// An owner is an application and its person with an address.
type owner struct {
	c      *data.Case
	person data.Person
}

// NewIndex makes an Index of w.
func NewIndex(w World) *Index {
	x := &Index{world: w, byID: make(map[string]data.Message), byPerson: make(map[string][]owner), byDomain: make(map[string][]*data.Case)}
	if x.world.Zone == nil {
		x.world.Zone = time.UTC
	}
	for _, m := range w.Sent {
		x.byID[m.Key] = m
	}
	for i := range x.world.Cases {
		x.addCase(&x.world.Cases[i])
	}
	return x
}

func (x *Index) addCase(c *data.Case) {
	for _, p := range c.People {
		for _, a := range p.Addresses {
			a = strings.ToLower(a)
			x.byPerson[a] = append(x.byPerson[a], owner{c, p})
			d := registrable(domainOf(a))
			if d == "" || publicMail(d) || assets.Recruiting(d) || slices.Contains(x.byDomain[d], c) {
				continue
			}
			x.byDomain[d] = append(x.byDomain[d], c)
		}
	}
}

// Wants reports from the head alone whether a mail may belong to an
// application, so that its body is worth fetching.
func (x *Index) Wants(m Mail) bool {
	if x.world.Never[m.From] {
		return false
	}
	if _, ok := x.ours(m); ok {
		return true
	}
	if _, ok := x.byID[m.MessageID]; ok {
		return true // a copy of what we sent
	}
	if _, ok := x.world.Always[m.From]; ok {
		return true
	}
	if slices.Contains(x.world.Me, m.From) {
		return slices.ContainsFunc(m.Recipients(), x.known)
	}
	if x.known(m.From) || len(x.byDomain[registrable(domainOf(m.From))]) > 0 || len(x.named(m.FromName+" "+m.Subject)) > 0 {
		return true
	}
	// a bounce names neither its mail nor an employer in its head
	return mailSystem(m.From) || m.has("X-Failed-Recipients") || strings.Contains(m.field("Content-Type"), "multipart/report")
}

func (x *Index) known(address string) bool { return len(x.byPerson[address]) > 0 }

// ours returns the mail of the user's own that m answers.
func (x *Index) ours(m Mail) (data.Message, bool) {
	for _, id := range m.thread() {
		if sent, ok := x.byID[id]; ok {
			return sent, true
		}
	}
	return data.Message{}, false
}

// find returns the application with an ID.
func (x *Index) find(id data.ID) *data.Case {
	for i := range x.world.Cases {
		if x.world.Cases[i].Application.ID == id {
			return &x.world.Cases[i]
		}
	}
	return nil
}

// named returns the applications whose company stands in a text as whole words.
func (x *Index) named(text string) []*data.Case {
	text = " " + plainWords(text) + " "
	var all []*data.Case
	for i := range x.world.Cases {
		c := &x.world.Cases[i]
		if company := plainWords(c.Application.Company); company != "" && strings.Contains(text, " "+company+" ") {
			all = append(all, c)
		}
	}
	return all
}

// namesRole reports whether a text names the role of an application.
func namesRole(c *data.Case, text string) bool {
	role := plainWords(c.Application.Role)
	return role != "" && strings.Contains(" "+plainWords(text)+" ", " "+role+" ")
}

// plainWords lower-cases a text and parts its words by single blanks.
func plainWords(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 127)
	}), " ")
}
