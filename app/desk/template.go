package desk

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"afterword/app/letter"
	"afterword/data"
	"afterword/data/sqlite"
)

// templateSetting begins the names of the settings that hold own templates.
const templateSetting = "template."

// An ownTemplate is how a template is stored.
type ownTemplate struct {
	Subject string `json:"subject"`
	Body    string `json:"body"`
}

func templateName(stage string, tone data.Tone, language string) string {
	language, _ = letter.LanguageFor(language)
	return templateSetting + stage + "." + string(tone) + "." + language
}

// Template returns the user's own template for letters of a stage, and whether
// there is one: for the tone, else for every tone.
func (p Preferences) Template(stage string, tone data.Tone, language string) (letter.Template, bool) {
	for _, tone := range []data.Tone{tone, ""} {
		var own *ownTemplate
		if json.Unmarshal([]byte(p.values[templateName(stage, tone, language)]), &own) == nil && own != nil {
			language, _ = letter.LanguageFor(language)
			return letter.Template{Stage: stage, Tone: tone, Language: language, Subject: own.Subject, Body: own.Body}, true
		}
	}
	return letter.Template{}, false
}

// OwnTemplates returns all templates of the user's own, by stage, tone and
// language.
func (p Preferences) OwnTemplates() []letter.Template {
	var all []letter.Template
	for name := range p.values {
		parts := strings.Split(strings.TrimPrefix(name, templateSetting), ".")
		if !strings.HasPrefix(name, templateSetting) || len(parts) != 3 {
			continue
		}
		if t, ok := p.Template(parts[0], data.Tone(parts[1]), parts[2]); ok && string(t.Tone) == parts[1] {
			all = append(all, t)
		}
	}
	slices.SortFunc(all, func(a, b letter.Template) int {
		return strings.Compare(templateName(a.Stage, a.Tone, a.Language), templateName(b.Stage, b.Tone, b.Language))
	})
	return all
}

// SaveTemplate stores a template of the user's own as it is, mistakes included:
// what was typed is never lost. One with mistakes is not used.
func (d *Desk) SaveTemplate(ctx context.Context, t letter.Template) error {
	value, err := json.Marshal(ownTemplate{t.Subject, t.Body})
	if err != nil {
		return err
	}
	return d.write(ctx, "", func(tx *sqlite.Tx) error {
		return tx.SetSetting(ctx, templateName(t.Stage, t.Tone, t.Language), string(value))
	})
}

// ResetTemplate drops a template of the user's own: Afterword's is used again.
func (d *Desk) ResetTemplate(ctx context.Context, t letter.Template) error {
	return d.write(ctx, "", func(tx *sqlite.Tx) error {
		return tx.SetSetting(ctx, templateName(t.Stage, t.Tone, t.Language), "null")
	})
}

// LetterLanguages returns the languages that there are letters in.
func LetterLanguages() []string {
	return slices.DeleteFunc(letter.Languages(), func(l string) bool { return written(l) != l })
}

// written returns a language that there are letters in: English for one without.
func written(language string) string {
	if language, known := letter.LanguageFor(language); known && len(letter.Templates("thank_you", data.ToneWarm, language)) > 0 {
		return language
	}
	return letter.English
}
