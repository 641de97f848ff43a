package desk

import (
	"context"

	"afterword/app/letter"
	"afterword/data"
)

// A TemplateView is a template in the settings.
type TemplateView struct {
	Template letter.Template // the user's own, else Afterword's to begin one from
	Own      bool
	Problems []letter.Problem // why one's own is not used
	Preview  string           // what it makes of sample values; "" when it has problems
}

// TemplateOf returns the template for letters of a stage and tone in the language
// of the user's letters.
func (d *Desk) TemplateOf(ctx context.Context, stage string, tone data.Tone) (TemplateView, error) {
	p, err := d.Preferences(ctx)
	if err != nil {
		return TemplateView{}, err
	}
	if own, some := p.Template(stage, tone, p.Language); some && own.Tone == tone {
		return ViewTemplate(own, true), nil
	}
	language, _ := letter.LanguageFor(p.Language)
	t := letter.Template{Stage: stage, Tone: tone, Language: language}
	if all := letter.Templates(stage, tone, language); len(all) > 0 {
		t = all[0]
	}
	return ViewTemplate(t, false), nil
}

// ViewTemplate says what is wrong with a template and shows what it makes. It
// asks nobody: it may be called while the user types.
func ViewTemplate(t letter.Template, own bool) TemplateView {
	v := TemplateView{Template: t, Own: own, Problems: t.Problems()}
	if len(v.Problems) > 0 {
		return v
	}
	if draft, err := letter.Preview(t); err == nil {
		v.Preview = draft.Subject + "\n\n" + draft.Body
	}
	return v
}
