package screen

import (
	"context"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// noteCard asks which note a mail of the user's own was. There is no rule to make
// about its sender.
func (m *Mail) noteCard(i int, r desk.Review, objects []fyne.CanvasObject, no *widgets.Button) fyne.CanvasObject {
	m.first[i] = no
	for n, c := range r.Candidates {
		b := m.Kit.Button("review:"+string(r.Message.ID)+".candidate:"+string(c.Application)+":"+string(c.Item), words.Dotted(c.Note, c.Company), func() { m.answerNote(r, c) })
		objects = append(objects, b)
		if n == 0 {
			m.first[i] = b
		}
	}
	return widgets.NewCard(8, append(objects, widgets.NewAcross(8, no))...)
}

// choose answers a question with one of its candidates.
func (m *Mail) choose(r desk.Review, n int) {
	if c := r.Candidates[n]; c.Item != "" {
		m.answerNote(r, c)
	} else {
		m.answer(r, data.AnswerYes, c.Application)
	}
}

// answerNote files which note it was and offers to take it back.
func (m *Mail) answerNote(r desk.Review, c desk.Candidate) {
	id := r.Message.ID
	m.Do(func(ctx context.Context) error { return m.Desk.AnswerNote(ctx, id, c.Application, c.Item) }, func() {
		m.undone = id
		m.Again(assets.L("Marked as sent."), assets.L("Undo"), func() { m.askAgain(id) })
	})
}
