package invite

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

var (
	reLink = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`https?://[^\s<>"\]\[(){}|\\^]+`)
	})
	rePlaceLabel = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^\W*(?i:where|location|place|address|venue|ort|wo|adresse|treffpunkt|anschrift|lieu|o\x{f9}|lugar|direcci\x{f3}n|ubicaci\x{f3}n|d\x{f3}nde)\W{0,3}: *(.{2,200})$`)
	})
	reOffice = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?:[Oo]ur (?:[\p{L}]+ )?(?:office|offices|headquarters|studio|premises)(?: at| in|,)|[Uu]nsere[mn] (?:B\x{fc}ro|B\x{fc}ror\x{e4}umen|Haus)(?: in der| am| an der| in|,)|[Nn]os (?:bureaux|locaux)(?: au| \x{e0}|,| situ\x{e9}s au)?|[Nn]uestras oficinas(?: en| de|,)) *:? *([\p{Lu}\d][^.;!?\n]{5,80})`)
	})
	rePhone = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)(?:call you (?:on|at)|dial(?:-| )in(?: number)?:?|rufe?n? (?:ich |wir )?sie (?:unter|an unter)|appeler(?:ai|ons|a)? au|llamar\S* al|number is|telefon:|phone:|num\x{e9}ro :) *(\+?[\d][\d ()/.-]{6,20}\d)`)
	})
)

// meetingHosts are the services of meetings by video; a link to one is a place.
func meetingHosts() []string {
	return []string{
		"zoom.us/j/", "zoom.us/my/", "zoom.com/j/", "zoomgov.com/j/", "teams.microsoft.com/l/meetup-join", "teams.microsoft.com/meet/", "teams.live.com/meet/",
		"meet.google.com/", "webex.com/", "whereby.com/", "meet.jit.si/", "bluejeans.com/", "gotomeeting.com/join", "gotomeet.me/", "meet.goto.com/", "chime.aws/", "join.skype.com/", "around.co/",
		"zoom.example/", "meet.example/", "teams.example/", "video.example/",
	}
}

// place returns where to be: a link to a meeting, a labelled line, or an
// address. Two different links are none.
func (t *text) place() Found {
	var link Found
	for _, line := range t.lines {
		for _, said := range reLink().FindAllString(line, 10) {
			said = strings.TrimRight(said, ".,;:!?'*")
			if !isMeeting(said) || strings.EqualFold(link.Value, said) || len(said) > 600 {
				continue
			}
			if link.Value != "" && host(link.Value) != host(said) {
				return Found{}
			}
			if link.Value == "" {
				link = Found{said, said}
			}
		}
	}
	if link.Value != "" {
		return link
	}
	for i, line := range t.lines {
		if m := rePlaceLabel().FindStringSubmatch(line); m != nil && !isWebWord(m[1]) {
			return Found{strings.Trim(m[1], " *"), strings.Trim(line, " *")}
		}
		if label := strings.ToLower(strings.Trim(line, " :*")); (label == "where" || label == "location" || label == "ort" || label == "lieu" || label == "lugar") && i+1 < len(t.lines) {
			if next := t.lines[i+1]; next != "" && len(next) < 200 && !isWebWord(next) {
				return Found{next, line + " " + next}
			}
		}
	}
	for _, re := range []*regexp.Regexp{reOffice(), rePhone()} {
		for _, line := range t.lines {
			if m := re.FindStringSubmatch(line); m != nil {
				return Found{beforeTime(m[1]), phraseAround(line, m[0])}
			}
		}
	}
	return Found{}
}

// beforeTime cuts an address where the day or the time begins.
func beforeTime(s string) string {
	for _, d := range append(datesIn([]string{s}), timesIn([]string{s}, nil)...) {
		if d.start > 5 {
			s = s[:min(len(s), d.start)]
		}
	}
	for _, w := range []string{" on", " at", " am", " um", " le", " el", ","} {
		s = strings.TrimSuffix(strings.TrimSpace(s), w)
	}
	return strings.TrimSpace(s)
}

// isWebWord reports whether words say only that the meeting is by video.
func isWebWord(s string) bool {
	low := strings.ToLower(strings.Trim(s, " .*"))
	return slices.Contains([]string{"online", "remote", "virtual", "video", "tbd", "tba", "web conference", "videokonferenz", "visioconf\u00e9rence", "videollamada", "phone", "microsoft teams meeting", "google meet", "zoom", "microsoft teams", "google meet (instructions in description)"}, low)
}

func host(link string) string {
	_, rest, _ := strings.Cut(link, "//")
	name, _, _ := strings.Cut(rest, "/")
	return strings.ToLower(name)
}

// isMeeting reports whether a link opens a meeting.
func isMeeting(link string) bool {
	_, rest, _ := strings.Cut(strings.ToLower(link), "//")
	name, path, _ := strings.Cut(rest, "/")
	for _, h := range meetingHosts() {
		want, start, _ := strings.Cut(h, "/")
		if (name == want || strings.HasSuffix(name, "."+want)) && strings.HasPrefix(path, start) && path != "" {
			return true
		}
	}
	return false
}

// kindForms are the words that tell how people meet.
var kindForms = sync.OnceValue(func() map[string]*regexp.Regexp {
	return map[string]*regexp.Regexp{
		"phone":  regexp.MustCompile(`(?i)\b(?:phone|telephone) (?:interview|screen|call|conversation|chat)|\b(?:will|'ll|to) call you (?:on|at)\b|telefonische[sn]? |telefoninterview|telefongespr\x{e4}ch|entretien t\x{e9}l\x{e9}phonique|par t\x{e9}l\x{e9}phone|entrevista telef\x{f3}nica|por tel\x{e9}fono|by phone|over the phone`),
		"video":  regexp.MustCompile(`(?i)video ?(?:call|interview|conference|chat|konferenz|gespr\x{e4}ch|llamada)|videoanruf|\bvisio\b|visioconf\x{e9}rence|videollamada|videoconferencia|join zoom|zoom meeting|teams meeting|microsoft teams|google meet|teams-besprechung|r\x{e9}union teams|reuni\x{f3}n de teams|via zoom|via teams|\bper teams\b|\bper zoom\b`),
		"onsite": regexp.MustCompile(`(?i)\bon-?site\b|in person|in our office|at our office|vor ort|pers\x{f6}nlich(?:es)? (?:gespr|kennen)|in unserem b\x{fc}ro|sur place|dans nos (?:bureaux|locaux)|presencial|en nuestras oficinas`),
		"panel":  regexp.MustCompile(`(?i)panel interview|interview panel|\bpanel of\b|panelgespr\x{e4}ch|entrevista (?:con|de) panel`),
		"final":  regexp.MustCompile(`(?i)final (?:round|interview|stage)|last round|letzte runde|abschlussgespr\x{e4}ch|dernier entretien|entretien final|entrevista final|\x{fa}ltima entrevista`),
	}
})

// kind returns the format of the meeting; a link is by video, and what is said
// in two ways is neither.
func (t *text) kind(place string) Found {
	found := make(map[string]string)
	for _, line := range t.all() {
		for kind, re := range kindForms() {
			if m := re.FindString(line); m != "" && found[kind] == "" {
				found[kind] = phraseAround(line, strings.TrimSpace(m))
			}
		}
	}
	for _, kind := range []string{"final", "panel"} {
		if found[kind] != "" {
			return Found{kind, found[kind]}
		}
	}
	if isMeeting(place) {
		if found["video"] == "" {
			found["video"] = place
		}
		return Found{"video", found["video"]}
	}
	if len(found) != 1 {
		return Found{}
	}
	for kind, phrase := range found {
		return Found{kind, phrase}
	}
	return Found{}
}
