package reply

import (
	"regexp"
	"strings"
)

// quoteMark stands in the text of an HTML mail where its quoted part begins.
const quoteMark = "\u2063quoted\u2063"

// attribution is the line that introduces a quote: "On … wrote:" in the
// languages of the common mail programs.
var attribution = regexp.MustCompile(`(?i)^\s*(>?\s*)(` +
	`on\b.{4,200}\bwrote\s*:|am\b.{4,200}\bschrieb\b.{0,80}:|.{4,120}\bschrieb am\b.{4,120}:|le\b.{4,200}\ba écrit\s*:|el\b.{4,200}\bescribió\s*:|` +
	`il\b.{4,200}\bha scritto\s*:|op\b.{4,200}\bschreef\b.{0,80}:|em\b.{4,200}\bescreveu\s*:|den\b.{4,200}\bskrev\b.{0,80}:|` +
	`(w dniu|dnia)\b.{4,200}\b(napisał|pisze).{0,80}:|.{4,120}\bnapisał\(?a?\)?\s*:|.{4,120}пишет\s*:|.{4,120}написал.{0,20}:|.{4,160}さん?は?書きました.?:?|` +
	`.{4,160}写道\s*[:：]|dne\b.{4,200}\bnapsal.{0,80}:|.{4,120}kirjoitti\s*:)\s*$`)

// original is a line that begins a quoted mail in the way of Outlook and others.
var original = regexp.MustCompile(`(?i)^\s*(-{3,}\s*(original message|ursprüngliche nachricht|original-nachricht|message d'origine|mensaje original|messaggio originale|oorspronkelijk bericht|forwarded message|weitergeleitete nachricht).*|_{20,})\s*$`)

// headerLine is one line of a quoted header block.
var headerLine = regexp.MustCompile(`(?i)^\s*\*?(from|sent|date|to|cc|subject|von|gesendet|datum|an|betreff|de|envoyé|date|à|objet|para|enviado|asunto|da|inviato|a|oggetto|van|verzonden|aan|onderwerp|från|skickat|till|ämne)\s*:\*?\s*\S`)

// signature is the line that parts a signature from the mail (RFC 3676 4.3),
// and the footers that phones add.
var signature = regexp.MustCompile(`(?i)^(-- ?|sent from my \w+.*|get outlook for \w+.*|von meinem \w+ gesendet.*|gesendet mit der .* app.*|envoyé de mon \w+.*|enviado desde mi \w+.*|inviato da(l mio)? \w+.*)$`)

// disclaimer opens the notice that companies put under their mails.
var disclaimer = regexp.MustCompile(`(?i)^\s*\*?(this (e-?mail|message)( and any attachments?)? (is|are|may|contains?) .{0,60}(confidential|privileged|intended)|diese e-?mail enthält vertrauliche|confidentiality notice|ce message .{0,40}confidentiel|please consider the environment)`)

// newText returns what the sender newly typed: without quotes, attributions,
// quoted header blocks, signatures and disclaimers. Losing new text is the
// error that matters, so text below a quote is kept.
func newText(text string) string {
	lines := strings.Split(text, "\n")
	var kept []string
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		switch {
		case strings.Contains(line, quoteMark) || original.MatchString(line) || headerBlock(lines, i):
			return finish(kept)
		case strings.HasPrefix(strings.TrimSpace(line), ">"):
		case attribution.MatchString(line):
			if !quoteFollows(lines, i+1) {
				return finish(kept)
			}
		case i+1 < len(lines) && attribution.MatchString(line+" "+lines[i+1]) && !attribution.MatchString(lines[i+1]):
			i++
			if !quoteFollows(lines, i+1) {
				return finish(kept)
			}
		case signature.MatchString(line) && !quoteFollows(lines, i+1):
			return finish(kept)
		case disclaimer.MatchString(line):
			return finish(kept)
		default:
			kept = append(kept, line)
		}
	}
	return finish(kept)
}

// quoteFollows reports whether the next line with words is a quoted one: then
// there may be new text between or below the quotes.
func quoteFollows(lines []string, from int) bool {
	for _, l := range lines[min(from, len(lines)):] {
		if t := strings.TrimSpace(l); t != "" {
			return strings.HasPrefix(t, ">")
		}
	}
	return false
}

// headerBlock reports whether a quoted header block begins at line i: at least
// three header lines within the next five.
func headerBlock(lines []string, i int) bool {
	if !headerLine.MatchString(lines[i]) {
		return false
	}
	n := 0
	for _, l := range lines[i:min(i+5, len(lines))] {
		if headerLine.MatchString(l) {
			n++
		}
	}
	return n >= 3
}

func finish(lines []string) string {
	return strings.TrimSpace(strings.Join(lines, "\n"))
}
