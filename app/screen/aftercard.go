package screen

import (
	"context"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// afterCard asks on Today how a round went.
func (t *Today) afterCard(i int, c desk.AfterCard) fyne.CanvasObject {
	id := "today.notes:" + strconv.Itoa(i)
	open := t.Kit.Button(id+".primary", assets.L("Make notes"), func() { t.ShowAfterNotes(c.Application, c.Round) }).Icon(widgets.IconNote)
	none := t.Kit.Button(id+".later", assets.L("No notes"), func() {
		t.event(assets.L("No notes for this one."), func(ctx context.Context) (data.ID, error) {
			return t.Desk.NoAfterNotes(ctx, c.Application, c.Round)
		})
	}).Quiet()
	if t.after = append(t.after, open); len(t.last.Cards) == 0 {
		open.Primary()
	}
	text := widgets.NewColumn(5,
		t.Kit.Text(id+".title", widgets.RoleCardTitle, c.Title).AtMost(3),
		widgets.NewText(widgets.RoleSecondary, c.Subtitle).AtMost(2),
		widgets.NewText(widgets.RoleSecondary, assets.L("Two minutes of notes: names, one topic each, what they said about the date.")))
	return widgets.NewCard(0, widgets.NewSplit(16, text, widgets.NewAcross(4, none, open)))
}

// afterLink leads to the notes on the last round that has ended; nil when none
// has.
func (h *Host) afterLink(id string, det *desk.Detail) *widgets.Button {
	round := lastEnded(det, h.Desk.Now())
	if round == "" {
		return nil
	}
	application := det.Case.Application.ID
	return h.Kit.Link(id, assets.L("How did it go?"), func() { h.ShowAfterNotes(application, round) })
}

func lastEnded(det *desk.Detail, now time.Time) data.ID {
	var last data.ID
	var at time.Time
	for _, iv := range det.Rounds {
		begun := iv.Start
		if begun.IsZero() && !iv.Date.IsZero() {
			begun = iv.Date.At(0, now.Location())
		}
		if !begun.IsZero() && begun.Before(now) && !begun.Before(at) {
			last, at = iv.ID, begun
		}
	}
	return last
}
