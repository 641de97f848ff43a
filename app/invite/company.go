package invite

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

const companyName = `((?:[\p{Lu}\d][\p{L}\d&.'+-]*)(?: +(?:& +|and +|und +|et +|y +|of +|de +)?[\p{Lu}\d][\p{L}\d&.'+-]*){0,5})`

// legalForms end the names of companies.
const legalForms = `(?:GmbH(?: & Co\. KG)?|mbH|AG|SE|KG|UG|e\.V\.|Inc\.?|LLC|Ltd\.?|Limited|PLC|plc|Corp\.?|SAS|SASU|SARL|S\.A\.S\.|S\.A\.R\.L\.|S\.A\.|SA|S\.L\.|SL|S\.L\.U\.|B\.V\.|BV|N\.V\.|AB|ApS|A/S|AS|Oy|S\.p\.A\.|S\.r\.l\.|Pty Ltd)`

var reLegal = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^` + legalForms + `$`) })

// The places in which a company is named, from the surest down.
var (
	reCompanyLabel = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^\W*(?i:company|employer|organi[sz]ation|unternehmen|firma|arbeitgeber|entreprise|soci\x{e9}t\x{e9}|employeur|empresa|compa\x{f1}\x{ed}a)\W*:\W*(.{2,80})$`)
	})
	reCompanyAt = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`\b(?:at|join|bei|bei der|bei dem|beim|chez) (?:the |our |der |unserer |unserem )?` + companyName)
	})
	reCompanyWith = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`\b(?:[Ww]ith|[Mm]it|[Mm]it der|[Aa]vec|[Cc]on|[Ee]n|[Zz]ur|[Ff]rom|[Jj]oining|[Aa]bout|x|<>|[Tt]o) (?:the |der |la )?` + companyName)
	})
	reLegalName = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(companyName + ` ` + legalForms + `(?:$|[^\p{L}])`)
	})
	reJobAt = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?:,| at| @|\||\x{b7}|\x{2022}| bei| chez| en| -| \x{2013}) *` + companyName + `\.?$`)
	})
	reInterviewish = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)interview|gespr\x{e4}ch|entretien|entrevista|role\b|position|job\b|vacan|opening|application|candida|bewerb|stelle|poste\b|puesto|opportunit|conversation|chat|meeting|interest|recruit|talent|hiring|team`)
	})
)

// company returns who invites: as a label, a sentence about the interview, the
// sender's name, a signature or the sender's domain say it, in this order.
func (t *text) company() Found {
	lines := t.all()
	for _, line := range lines {
		if m := reCompanyLabel().FindStringSubmatch(line); m != nil && len(m[1]) <= maxFact {
			if name := companyTidy(m[1]); name != "" {
				return Found{name, strings.Trim(line, " *")}
			}
		}
	}
	for _, find := range []func([]string) Found{t.companyAt, t.companyWith, t.companyOfSender, t.companySigned, t.companyOfDomain} {
		f := find(lines)
		if full := t.companyOfSender(lines); f.Value != "" && strings.HasPrefix(strings.ToLower(full.Value), strings.ToLower(f.Value)+" ") {
			return full // the line broke within the name
		}
		if f.Value != "" {
			return f
		}
	}
	return Found{}
}

// companyAt finds "interview … at Acme". Two companies in such places are none,
// unless one is named in the subject or by the sender's domain.
func (t *text) companyAt(lines []string) Found {
	var all []Found
	for i, line := range lines {
		if !reInterviewish().MatchString(line) {
			continue
		}
		for _, m := range reCompanyAt().FindAllStringSubmatch(line, 5) {
			name := companyTidy(m[1])
			if name == "" || notCompany(name) {
				continue
			}
			f := Found{name, phraseAround(line, m[0])}
			if i == 0 && t.Subject != "" || t.ofDomain(name) {
				return f
			}
			if !slices.ContainsFunc(all, func(o Found) bool { return strings.EqualFold(o.Value, name) }) {
				all = append(all, f)
			}
		}
	}
	if len(all) == 1 {
		return all[0]
	}
	return Found{}
}

// companyWith finds "interview with Acme", which may as well be a person: the
// domain of the sender, a legal form or "team" must say that it is a company.
func (t *text) companyWith(lines []string) Found {
	for _, line := range lines {
		for _, m := range reCompanyWith().FindAllStringSubmatch(line, 5) {
			name := companyTidy(m[1])
			if name != "" && !notCompany(name) && (t.ofDomain(name) || isFirm(name)) {
				return Found{name, phraseAround(line, m[0])}
			}
		}
	}
	for _, line := range lines {
		if m := reLegalName().FindStringSubmatch(line); m != nil {
			if name := companyTidy(m[1]); name != "" && !notCompany(name) {
				return Found{name, strings.TrimRight(strings.TrimSpace(m[0]), ".,;:")}
			}
		}
	}
	return Found{}
}

// companyOfSender reads "Acme Careers", "Dana from Acme" and "Dana Ruiz (Acme)".
func (t *text) companyOfSender([]string) Found {
	name := t.From.Name
	if strings.Contains(strings.ToLower(name), "notification") {
		return Found{} // of a program that many companies use
	}
	found := func(company string) Found {
		company = companyTidy(company)
		if company == "" || notCompany(company) {
			return Found{}
		}
		return Found{company, t.From.Name}
	}
	for _, sep := range []string{" from ", " at ", " @ ", " | ", " (", " von ", " bei ", " de chez ", " chez ", " - ", " via "} {
		before, after, ok := strings.Cut(name, sep)
		switch {
		case ok && sep == " via ": // "Acme via Hireloop", but "Dana Ruiz via Hireloop"
			if rest := trimTeam(before); rest != before || t.ofDomain(rest) || isFirm(rest) || !strings.Contains(rest, " ") {
				return found(rest)
			}
			return Found{}
		case ok:
			return found(trimTeam(strings.Trim(after, ") ")))
		}
	}
	if rest := trimTeam(name); rest != name && rest != "" {
		return found(rest)
	}
	if t.ofDomain(name) {
		return found(name)
	}
	return Found{}
}

// trimTeam takes "Careers", "Talent Acquisition Team" and the like off a name.
func trimTeam(name string) string {
	words := strings.Fields(name)
	for len(words) > 0 && isTeam(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	for len(words) > 0 && isTeam(words[0]) {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

func isTeam(word string) bool {
	switch strings.ToLower(word) {
	case "careers", "career", "jobs", "recruiting", "recruitment", "recruiter", "talent", "acquisition", "hr", "team",
		"hiring", "people", "karriere", "personal", "personalabteilung", "recrutement", "rh", "seleccion", "selecci\u00f3n", "empleo":
		return true
	}
	return false
}

// companySigned reads the last lines: "Head of Design, Acme Robotics".
func (t *text) companySigned(lines []string) Found {
	from := max(0, len(lines)-14)
	for _, line := range lines[from:] {
		if m := reJobAt().FindStringSubmatch(line); m != nil && len(line) < maxFact && isJob(strings.TrimSuffix(line, m[0])) {
			if name := companyTidy(m[1]); name != "" && !notCompany(name) && !isJob(name) {
				return Found{name, line}
			}
		}
	}
	return Found{}
}

// companyTidy trims what does not belong to a name, and "" when nothing is left.
func companyTidy(name string) string {
	name = strings.Trim(name, " .,;:!?*\"'-\u2013|_")
	words := strings.Fields(name)
	for i, w := range words {
		low := strings.ToLower(strings.Trim(w, ".,"))
		_, month := monthWords()[low]
		_, day := weekdayWords()[low]
		if i > 0 && (month || day || unicode.IsDigit(rune(w[0])) || reLegal().MatchString(w)) {
			words = words[:i]
			break
		}
		if strings.HasSuffix(w, ".") && utf8.RuneCountInString(w) > 4 { // the sentence ends here
			words = words[:i+1]
			break
		}
	}
	name = strings.Trim(strings.Join(words, " "), " .,;:!?*\"'-\u2013|_&(")
	if strings.Count(name, "(") < strings.Count(name, ")") {
		name = strings.TrimRight(name, ")")
	}
	if utf8.RuneCountInString(name) < 2 || len(name) > maxFact || strings.Contains(name, "@") || strings.Contains(name, "//") {
		return ""
	}
	return name
}
