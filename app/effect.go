package app

import (
	"context"

	"afterword/app/desk"
	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
)

// An effect is what an undo or a redo did, as seen by the user: an undo of an
// undo puts the event back.
type effect struct {
	event data.Event // what was taken or put back; never an undo
	back  bool       // it is in force again
	what  string     // its line in the timeline, and the company
}

// effect follows an undo to the event that it is about in the end.
func (w *window) effect(ctx context.Context, u desk.Undone) effect {
	e := effect{event: u.Target, back: u.Target.Type == data.EventUndo}
	if u.Batch != "" {
		e.what = assets.L("what came from the file")
		return e
	}
	det, err := w.desk.Detail(ctx, u.Application)
	if err != nil { // what was done is done; it is only said in fewer words
		return e
	}
	e.back = false
	of := make(map[data.ID]data.Event)
	for _, known := range det.Case.Events {
		of[known.ID] = known
	}
	for e.event.Type == data.EventUndo {
		e.event, e.back = of[e.event.Target], !e.back
	}
	e.what = det.Case.Application.Company
	for _, line := range det.Timeline {
		if line.Event == e.event.ID {
			e.what = words.Dotted(line.Text, det.Case.Application.Company)
		}
	}
	return e
}

// text says it.
func (e effect) text() string {
	args := assets.Args{"What": e.what}
	switch {
	case e.what == "" && e.back:
		return assets.L("Put back.")
	case e.what == "":
		return assets.L("Taken back.")
	case e.back:
		return assets.L("Put back: {{.What}}", args)
	case e.event.Source == data.ByMail:
		return assets.L("Plan restored. We'll treat that mail as unrelated.")
	}
	return assets.L("Taken back: {{.What}}", args)
}
