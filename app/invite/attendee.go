package invite

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"afterword/data"
)

const personName = `(?:(?:Dr|Prof|Mr|Mrs|Ms|Mx|Herrn|Herr|Frau|M|Mme|Mlle|Sra|Sr|Don|Do\x{f1}a)\.? +)*\p{Lu}[\p{L}'-]+(?: +(?:(?:van|von|de|der|den|del|la|le|di|da|dos|bin|al|el|ten|ter|zu|Mc) +)*(?:\p{Lu}\.|\p{Lu}[\p{L}'-]*)){0,4}`

var (
	reWithLabel = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^\W*(?i:interviewers?|interviewer\(s\)|panel|panelists?|with|who|attendees|participants|participantes|asistentes|teilnehmer(?:innen)?|teilnehmende|gespr\x{e4}chspartner(?:in|innen|:innen)?|ihre? gespr\x{e4}chspartner(?:in|innen)?|mit|interlocuteurs?|interlocutrices?|vos interlocuteurs|avec|entrevistador(?:a|es|as)?|con|host|hosted by|meeting with|your interviewers?)\W{0,3}:(.*)$`)
	})
	reWith = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?:\b[Ww]ith|\b[Mm]eet(?:ing)?|\b[Ss]peak(?:ing)? (?:with|to)|\b[Tt]alk(?:ing)? to|\b[Ii]nterviewed by|\b[Jj]oined by|\b[Mm]it|\btreffen Sie|\b[Aa]vec|\brencontrerez|\b[Cc]on|\bconocer\x{e1}s a|\bhablar\x{e1}s con|\bfrom|\bhosted by) (?:our |unserer |unserem |notre |nos |nuestr[ao]s? )?(` + personName + `.{0,240})`)
	})
	reName    = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^` + personName) })
	reAddress = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}`)
	})
	reSeparator = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^ *(?:, *(?:and|und|et|y|sowie|as well as)?|;|/|&|\+|and|und|et|y|e|sowie|as well as|ainsi que|as\x{ed} como)(?: +(?:with|mit|avec|con|our|notre))?(?: +|$)`)
	})
	reFirstPerson = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)\b(?:with me|mit mir|avec moi|conmigo|i will call|i'll call|i'd love to|i would love to|ich rufe|ich w\x{fc}rde|ich freue|ich m\x{f6}chte|je vous appell|je serai|je serais|je souhait|te llamar\x{e9}|me gustar\x{ed}a|looking forward to (?:meeting|speaking|talking)|meet me|speak with me)\b`)
	})
)

// people returns whom the invitation says will be met. When it names nobody,
// the sender counts, unless that is a machine, a team or somebody who arranges
// meetings for others.
func (t *text) people(company string) []Attendee {
	g := &gathering{text: t, company: company}
	lines := t.all()
	for i, line := range lines {
		if m := reWithLabel().FindStringSubmatch(line); m != nil {
			g.list(strings.Trim(m[1], " *"), line)
			for _, next := range lines[i+1 : min(len(lines), i+9)] {
				if rest, ok := bullet(next); ok || strings.TrimSpace(m[1]) == "" && reName().MatchString(next) {
					g.list(rest, next)
					continue
				}
				break
			}
		}
	}
	for _, line := range lines {
		for _, at := range reWith().FindAllStringSubmatchIndex(line, 4) {
			g.list(line[at[2]:at[3]], phraseFrom(line, at[0]))
		}
	}
	if len(g.all) == 0 || t.firstPerson() {
		g.sender()
	}
	for i := range g.all {
		g.address(&g.all[i])
	}
	return g.all
}

func bullet(line string) (string, bool) {
	for _, b := range []string{"- ", "* ", "\u2022 ", "\u2013 ", "\u00b7 "} {
		if rest, ok := strings.CutPrefix(line, b); ok {
			return strings.TrimSpace(rest), true
		}
	}
	return line, false
}

func (t *text) firstPerson() bool {
	return slices.ContainsFunc(t.lines, reFirstPerson().MatchString)
}

// A gathering collects the people of one invitation.
type gathering struct {
	*text
	company string
	all     []Attendee
}

// list reads "Dana Ruiz (Head of Design), Lee Park <lee@acme.example> and …" up
// to the first words that are neither.
func (g *gathering) list(s, phrase string) {
	for range maxPeople {
		name := strings.TrimRight(reName().FindString(s), ".")
		address := ""
		if name == "" {
			if address = reAddress().FindString(s); address == "" || !strings.HasPrefix(s, address) {
				return
			}
			name, s = "", s[len(address):]
		} else {
			s = s[len(name):]
		}
		job := ""
		s, job, address = aside(s, address)
		ok := g.add(name, address, job, phrase)
		if !ok && name != "" {
			return
		}
		more := reSeparator().FindString(s)
		if more == "" {
			return
		}
		s = s[len(more):]
		if title, rest, is := titleFirst(s); is {
			if len(g.all) > 0 && g.all[len(g.all)-1].Job == "" {
				g.all[len(g.all)-1].Job = title
			}
			s = rest
			more = reSeparator().FindString(s)
			if more == "" {
				return
			}
			s = s[len(more):]
		}
	}
}

// aside reads what stands behind a name in brackets: a job or an address.
func aside(s, address string) (rest, job, addr string) {
	rest = strings.TrimLeft(s, " .")
	for len(rest) > 0 && (rest[0] == '(' || rest[0] == '<' || rest[0] == '[') {
		end := strings.IndexAny(rest, ")>]")
		if end < 0 || end > 120 {
			break
		}
		inside := strings.TrimPrefix(strings.TrimSpace(rest[1:end]), "mailto:")
		if a := reAddress().FindString(inside); a != "" {
			address = a
		} else if isJob(inside) {
			job = inside
		}
		rest = strings.TrimLeft(rest[end+1:], " ")
	}
	if a := reAddress().FindString(rest); a != "" && strings.HasPrefix(rest, a) {
		address, rest = a, rest[len(a):]
	}
	return rest, job, address
}

// titleFirst reads a job that follows a name behind a comma: "Head of Design".
func titleFirst(s string) (title, rest string, ok bool) {
	end := strings.IndexAny(s, ",;.!?(\n")
	if end < 0 {
		end = len(s)
	}
	for _, and := range []string{" and ", " und ", " et ", " y ", " on ", " at ", " am ", " le ", " el ", " um ", " via ", " for "} {
		if i := strings.Index(s[:end], and); i >= 0 {
			end = i
		}
	}
	title = strings.TrimSpace(s[:end])
	for _, our := range []string{"our ", "unser ", "unsere ", "notre ", "nuestra ", "nuestro ", "the "} {
		title = strings.TrimPrefix(title, our)
	}
	if !isJob(title) || len(strings.Fields(title)) > 7 {
		return "", s, false
	}
	return strings.TrimFunc(title, unicode.IsSpace), s[end:], true
}

// person of a name without its honorific words in other languages.
func plainName(name string) (title string, p data.Person) {
	for {
		first, rest, ok := strings.Cut(name, " ")
		if !ok {
			return title, person(name, "")
		}
		switch strings.TrimSuffix(first, ".") {
		case "Herr", "Herrn", "Frau", "M", "Mme", "Mlle", "Sr", "Sra", "Don", "Do\u00f1a", "Mr", "Mrs", "Ms":
			title, name = first, rest
		default:
			return title, person(name, "")
		}
	}
}
