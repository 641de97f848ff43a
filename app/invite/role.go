package invite

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// roleEnd is where the words of a role stop.
const roleEnd = `(?: (?:at|with|on|bei|chez|beim|am|en|in|im|und|and|to|mit|avec|con|het|is|has|ist|hat|est|das|die|f\x{fc}r|we|wir|el|para|will|takes?|from|this|next|tomorrow|findet|wird|aura|se|tendr\x{e1}|el|von|vom|zu|because|that|you|as)\b| (?i:position|role|job|opening|vacancy|opportunity|team|interview)\b|[.,;:!?|(\[\n"\x{201c}\x{201d}\x{ab}\x{bb}]| [-\x{2013}\x{2014}@\x{b7}/] |$)`

// roleForms are the sentences that name a role, from the surest down.
var roleForms = sync.OnceValue(func() []*regexp.Regexp {
	var all []*regexp.Regexp
	for _, re := range []string{
		`^\W*(?i:role|position|job title|job|title|vacancy|stelle|rolle|stellenbezeichnung|poste|intitul\x{e9} du poste|puesto|cargo|vacante|oferta)\W{0,3}: *(.{2,90})$`,
		`(?i)(?:role|position|post|job|vacancy|opening) (?:of|as|for) (?:an? |our |the )?["\x{201c}\x{ab}]?(.{2,80}?)` + roleEnd,
		`(?i)\b(?:our|the|an open|open) ["\x{201c}]?([\p{L}][^.,;:!?\n]{2,60}?)["\x{201d}]? (?:role|position|opening|vacancy|opportunity)\b`,
		`(?i)(?:stelle|position|bewerbung|t\x{e4}tigkeit|vorstellungsgespr\x{e4}ch|kennenlerngespr\x{e4}ch|gespr\x{e4}ch|interview) als (?:eine? |unsere? )?["\x{201e}\x{201c}]?(.{2,80}?)` + roleEnd,
		`(?i)(?:stelle|position|rolle) (?:der|des|einer|eines) (.{2,80}?)` + roleEnd,
		`(?i)(?:f\x{fc}r|auf) (?:die|unsere|ihre) (?:ausgeschriebene )?(?:stelle|position|rolle) ["\x{201e}\x{201c}](.{2,80}?)["\x{201c}\x{201d}]`,
		`(?i)poste (?:de |d'|du )["\x{ab} ]*(.{2,80}?)` + roleEnd,
		`(?i)candidature (?:\x{e0} l'offre |au poste |pour le poste |en tant que |comme )(?:de |d')?["\x{ab} ]*(.{2,80}?)` + roleEnd,
		`(?i)(?:puesto|vacante|posici\x{f3}n|cargo|oferta|candidatura)(?: como| a| para| de| del| al puesto de)+ ["\x{ab} ]*(.{2,80}?)` + roleEnd,
		`(?i)(?:appl(?:ied|ying|ication) (?:for|to)|interest in|interview for|interviewing for|interview as|conversation about|chat about|call about|discuss|talk about|speak about|considered for|candidate for|candidacy for) (?:an? |our |the |your )*["\x{201c}]?(.{2,80}?)` + roleEnd,
		`\b(?:[Ii]nterview|[Vv]orstellungsgespr\x{e4}ch|[Ee]ntretien|[Ee]ntrevista) (\p{L}.{2,60}?)` + roleEnd,
		`(?i)^([\p{L}][^.,;:!?\n@]{2,60}?) (?:interview|vorstellungsgespr\x{e4}ch)\b`,
		`(?i)(?:interview|vorstellungsgespr\x{e4}ch|gespr\x{e4}ch|entretien|entrevista)\b[^-\x{2013}:|\n]{0,40}(?: [-\x{2013}\x{2014}|\x{b7}] |: )(.{2,60}?)` + roleEnd,
	} {
		all = append(all, regexp.MustCompile(re))
	}
	return all
})

// roleLabelForms is how many forms, the first ones, take words that are no known
// job as well.
const roleLabelForms = 9

// role returns what the interview is for. Two roles of one form are none.
func (t *text) role(company string) Found {
	lines := t.all()
	for i, form := range roleForms() {
		var found Found
		clash := false
		for n, line := range lines {
			for _, m := range form.FindAllStringSubmatch(line, 3) {
				role := roleTidy(m[1], company)
				if role == "" || i >= roleLabelForms && !isJob(role) {
					continue
				}
				if found.Value == "" {
					found = Found{role, phraseTo(line, m[0], m[1])}
				} else if !alike(found.Value, role) && !(n > 0 && t.Subject != "" && strings.Contains(strings.ToLower(t.Subject), strings.ToLower(found.Value))) {
					clash = true
				}
			}
		}
		if clash {
			return Found{}
		}
		if found.Value != "" {
			return found
		}
	}
	return t.roleOfSubject(company)
}

func alike(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return strings.Contains(a, b) || strings.Contains(b, a)
}

// roleOfSubject finds a job between the dashes of a subject: "Acme – Product
// Designer – first conversation".
func (t *text) roleOfSubject(company string) Found {
	parts := regexp.MustCompile(` [-\x{2013}\x{2014}|/\x{b7}@] |: |, `).Split(t.Subject, 10)
	for _, part := range parts {
		if role := roleTidy(part, company); role != "" && isJob(role) && len(strings.Fields(role)) <= 5 {
			return Found{role, t.Subject}
		}
	}
	return Found{}
}

var reGender = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i) *[(\[](?:[mwfdxnh]\s?[/|,*]\s?)+[a-z]{1,4}[)\]].*$| *(?:#|req\.? ?|ref\.? ?|job id ?)[-:]?[a-z]*-?\d+.*$| *\([^)]*$| *\([^)]*\)$`)
})

// roleTidy trims articles, company and "(m/w/d)", and returns "" for what is no role.
func roleTidy(role, company string) string {
	role = strings.Trim(reGender().ReplaceAllString(strings.TrimSpace(role), ""), " .,;:!?*\"'\u201e\u201c\u201d\u00ab\u00bb-\u2013_|")
	for _, at := range []string{" at " + company, " bei " + company, " chez " + company, " en " + company, " - " + company, " @ " + company} {
		if i := strings.Index(strings.ToLower(role), strings.ToLower(at)); company != "" && i > 0 {
			role = role[:i]
		}
	}
	for _, at := range []string{" at ", " bei ", " chez "} {
		role, _, _ = strings.Cut(role, at)
	}
	for cut := true; cut; {
		cut = false
		for _, w := range []string{"the ", "a ", "an ", "our ", "your ", "der ", "die ", "eine ", "einen ", "unsere ", "le ", "la ", "un ", "une ", "notre ", "el ", "una ", "nuestro ", "nuestra ", "open ", "de "} {
			if len(role) > len(w) && strings.EqualFold(role[:len(w)], w) {
				role, cut = role[len(w):], true
			}
		}
		for _, w := range []string{" role", " position", " job", " opening", " vacancy", " opportunity", " interview", " stelle"} {
			if len(role) > len(w) && strings.EqualFold(role[len(role)-len(w):], w) {
				role, cut = role[:len(role)-len(w)], true
			}
		}
	}
	if noRole(role, company) {
		return ""
	}
	return role
}

func noRole(role, company string) bool {
	words := strings.Fields(role)
	if len(words) == 0 || len(words) > 8 || len(role) > maxFact || utf8.RuneCountInString(role) < 2 || strings.ContainsAny(role, "@<>=") || strings.Contains(role, "//") {
		return true
	}
	if company != "" && strings.EqualFold(role, company) {
		return true
	}
	low := strings.ToLower(words[0])
	_, month := monthWords()[low]
	_, day := weekdayWords()[low]
	if month || day || unicode.IsDigit(firstRune(role)) || !strings.ContainsFunc(role, unicode.IsLetter) {
		return true
	}
	if isJob(role) {
		return false
	}
	for _, w := range words {
		switch strings.ToLower(strings.Trim(w, ".,")) {
		case "interview", "interviews", "role", "position", "job", "call", "team", "round", "step", "steps", "next", "first", "second", "final", "time", "chat",
			"conversation", "meeting", "you", "we", "i", "it", "this", "that", "your", "our", "us", "application", "invitation", "opportunity", "them", "him", "her",
			"gespr\u00e4ch", "termin", "sie", "wir", "entretien", "entrevista", "vous", "nous", "candidature", "details", "date", "uns", "ihnen", "hiring", "same", "process":
			return true
		}
	}
	return !unicode.IsUpper(firstRune(role))
}
