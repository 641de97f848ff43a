package desk

import (
	"context"
	"time"

	"afterword/assets"
	"afterword/data"
)

// A SendView is a letter on its way out as the window shows it.
type SendView struct {
	Sending data.Sending
	Text    string        // what is the case, in a sentence or two
	Left    time.Duration // while it can be taken back: for how long
	Back    bool          // CancelSend takes it back
	Asks    bool          // AnswerSend is wanted: did it leave?
	Again   bool          // BeginSend may be called again, after a look at Text; the letter is in the editor
}

// SendingOf returns the newest letter that was to be sent for an item, and
// whether there is one. While it waits the window asks once a second.
func (d *Desk) SendingOf(ctx context.Context, application data.ID, item data.ItemKey) (SendView, bool, error) {
	all, err := d.store.SendingsOf(ctx, application)
	if err != nil {
		return SendView{}, false, err
	}
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].Item == item && all[i].Way == data.WaySMTP {
			return d.sendView(all[i]), true, nil
		}
	}
	return SendView{}, false, nil
}

// Sendings returns the letters that wait, leave, or of which nobody knows whether
// they left, the earliest first.
func (d *Desk) Sendings(ctx context.Context) ([]SendView, error) {
	open, err := d.store.OpenSendings(ctx)
	if err != nil {
		return nil, err
	}
	var all []SendView
	for _, s := range open {
		if s.Open() {
			all = append(all, d.sendView(s))
		}
	}
	return all, nil
}

func (d *Desk) sendView(s data.Sending) SendView {
	v := SendView{Sending: s}
	switch s.State {
	case data.SendWaiting:
		v.Left, v.Back = max(0, s.Due.Sub(d.Now())), true
		if v.Left > sendDelay { // the clock was set back
			v.Left = sendDelay
		}
		v.Text = assets.N("Sending in one second.", "Sending in {{.N}} seconds.", int((v.Left+time.Second-1)/time.Second))
	case data.SendSending:
		v.Text = assets.L("Sending…")
	case data.SendLooking:
		v.Text = assets.L("Looking in Sent whether this letter left…")
	case data.SendAsked:
		v.Asks = true
		v.Text = assets.L("We could not tell whether this letter left. Look in Sent in your mail program. Did it leave?")
	case data.SendSent:
		v.Text = assets.L("Sent.")
	case data.SendBack:
		v.Again, v.Text = true, s.Why
		if s.Why == "" {
			v.Text = assets.L("Taken back. Nothing was sent.")
		}
	case data.SendNotTaken:
		v.Again, v.Text = true, assets.L("Not sent, as you said. Your letter is kept.")
	default:
		v.Again, v.Text = true, s.Why
	}
	return v
}
