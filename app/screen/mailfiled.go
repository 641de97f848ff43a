package screen

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// A filed is the mail that the user just said yes to. It stays on the page until
// the next answer, to ask whether its sender is to be trusted.
type filed struct {
	review desk.Review
	under  desk.Candidate
	always *widgets.Check
	shown  bool
}

// still returns it as long as the answer is in force, with its tick as stored.
func (f *filed) still(sorted []desk.SortedMail) *filed {
	if f == nil {
		return nil
	}
	for _, s := range sorted {
		if s.Message.ID == f.review.Message.ID && (s.Message.Answer == data.AnswerYes || s.Message.Answer == data.AnswerAlways) {
			f.review.Message.Answer = s.Message.Answer
			return f
		}
	}
	return nil
}

// filedCard says where the mail went and asks about its sender.
func (m *Mail) filedCard() fyne.CanvasObject {
	f := m.filed
	id := reviewID(f.review.Message)
	args := assets.Args{"Address": f.review.Message.From, "Company": f.under.Company}
	objects := []fyne.CanvasObject{
		m.Kit.Text(id+".filed", widgets.RoleCompany, assets.L("Filed under {{.Company}}.", args)),
		widgets.NewText(widgets.RoleSecondary, words.Dotted(f.review.Message.Subject, f.review.When)),
	}
	f.always = m.Kit.Check(id+".always", assets.L("Always trust {{.Address}} for {{.Company}}?", args), func(on bool) { m.trust(f, on) })
	if f.review.Message.Answer == data.AnswerAlways {
		f.always.Tick()
	}
	if f.review.Message.From != "" {
		objects = append(objects, f.always)
	}
	row := []fyne.CanvasObject{m.Kit.Button(id+".undo", assets.L("Undo"), func() { m.askAgain(f.review.Message.ID) })}
	if f.review.Message.Invite != nil {
		row = append(row, m.Kit.Button(id+".meeting", assets.L("Edit the meeting"), func() { m.Edit(f.under.Application) }))
	}
	return widgets.NewCard(8, append(objects, widgets.NewAcross(8, row...))...)
}

// trust remembers the sender, or no longer.
func (m *Mail) trust(f *filed, on bool) {
	m.Do(func(ctx context.Context) error { return m.Desk.Trust(ctx, f.review.Message.ID, on) }, func() {})
}

// takeBackLast takes the last answer back, also one of an earlier visit.
func (m *Mail) takeBackLast() {
	nothing := false
	var last data.Message
	m.Do(func(ctx context.Context) (err error) {
		last, err = m.Desk.LastAnswered(ctx)
		if errors.Is(err, data.ErrNotFound) {
			nothing = true
			return nil
		}
		if err != nil {
			return err
		}
		return m.Desk.AskAgain(ctx, last.ID)
	}, func() {
		if nothing {
			m.Toast(assets.L("Nothing to take back."), "")
			return
		}
		m.again = last.ID
		m.Toast(assets.L("Taken back. It is asked again."), "")
	})
}
