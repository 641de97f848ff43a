package app

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/app/screen"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// leaving returns the letters of which something is to be said above every page.
func (b *banners) leaving() []desk.SendView {
	return slices.DeleteFunc(slices.Clone(b.letters), func(v desk.SendView) bool {
		gone := b.dismissed[v.Sending.ID]
		return gone
	})
}

func alike(a, b []desk.SendView) bool {
	return slices.EqualFunc(a, b, func(x, y desk.SendView) bool { return x.Sending.ID == y.Sending.ID && x.Text == y.Text })
}

// letter is the banner of a letter on its way out.
func (b *banners) letter(v desk.SendView) fyne.CanvasObject {
	k, id, s := b.w.kit, b.id(v.Sending.ID), v.Sending
	stage := widgets.StageCheckIn
	open := func() {
		b.w.open(screen.Place{Page: screen.PageLetter, Application: s.Application, Item: s.Item})
	}
	var buttons []*widgets.Button
	switch {
	case v.Back:
		buttons = append(buttons, k.Button(id+".undo", assets.L("Take it back"), func() {
			b.act(func(ctx context.Context) error {
				_, err := b.w.desk.CancelSend(ctx, s.ID)
				return err
			}, open)
		}))
	case v.Asks:
		answer := func(a data.Answer) func() {
			return func() {
				b.act(func(ctx context.Context) error {
					_, err := b.w.desk.AnswerSend(ctx, s.ID, a)
					return err
				}, func() {})
			}
		}
		buttons = append(buttons,
			k.Button(id+".left", assets.L("Yes, it left"), answer(data.AnswerYes)),
			k.Button(id+".not", assets.L("No, it did not"), answer(data.AnswerNo)))
	case v.Again || s.State == data.SendSent:
		buttons = append(buttons, k.Button(id+".see", assets.L("See the letter"), open), k.Dismiss(id, stage, assets.L("Dismiss"), func() { b.dismiss(s.ID) }))
	}
	return k.Banner(id, stage, v.Title, v.Text, buttons...)
}

// act does what a button of a banner says and shows what became of it.
func (b *banners) act(act func(context.Context) error, then func()) {
	b.w.background(act, func(err error) {
		if err != nil {
			b.w.fail(err)
		} else {
			then()
		}
		b.w.refresh()
	})
}

// countdown shows that a waiting letter has a second less.
func (w *window) countdown() {
	if !w.left.Load() {
		w.banners.load()
	}
}
