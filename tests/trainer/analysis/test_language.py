"""Sentences as sellers say them, one by one: what each is, and what it only looks like."""

from __future__ import annotations

import pytest

from trainer.analysis import judge
from trainer.contract import read_request
from trainer.records import Guide

PLAIN = Guide(id="plain", title="Plain", author="us", stance="counts nothing", counts={})

MISSED = {
    "no-product-pitch": """
        our platform automates onboarding so your managers can focus on coaching
        we can lower your energy bill by up to fifteen percent
        we offer the most comprehensive warranty in the business
        it is a lightweight scheduling tool that syncs with your calendar
        i can get you a lower rate on your mortgage
        we provide affordable commercial cleaning with no long term contract
        our software cuts invoice processing from days to minutes
        you will love how easy the new system is to use
        we help dental practices fill their schedule with new patients
        we specialize in getting contractors paid faster
        i would love to tell you about our new line of energy efficient windows
        we are offering free installation this month
        it pays for itself within six months
        we guarantee next day delivery on every order
        this program eliminates up to half of your debt
        we have a cloud based solution that gives you real time visibility into your fleet
        i wanted to let you know about a special we are running on gutters
        our agents handle your after hours calls around the clock
        with us you only pay when you see results
        we could refinance your loan at a much better rate
        this tool lets your reps make twice as many calls
        i think you would really benefit from our leadership training
        we take the hassle out of moving offices
        you get a dedicated account manager and free support
        our coffee machines are the quietest on the market
        we make it simple to manage all of your properties in one place
        i would like to show you how our crm could double your close rate
        we have great terms on equipment leases right now
        these windows keep the heat in and the noise out
        our advisers build a plan around your goals
        we can have a crew out there the same day
        it gives your customers a faster checkout
        members get unlimited classes and a free assessment
        we have a program that helps first time buyers with their down payment
        i am calling about our refinance options that could lower your payment
        our team can handle everything from permits to clean up
        you have been pre approved for a loan of up to fifty thousand dollars
        we can get you more exposure for your listing
        i would love to show you what our product can do for your sales team
        we buy houses in any condition and close in seven days
        our ai answers your phones twenty four seven
        this is a great time to lock in your rate
        we offer coverage that pays you while you are still living
        """,
    "no-company-pitch": """
        we are the largest distributor in the southeast
        we work with over two hundred dealerships across the country
        we have been in business for twenty five years
        we recently helped a manufacturer in your area double its output
        our clients include several fortune five hundred companies
        we just won an award for best customer service
        i have sold more homes in your zip code than anyone else
        our team has decades of experience
        we are a trusted partner to hospitals nationwide
        we are proud to serve more than a thousand families in the valley
        half of the restaurants on your street use us
        i am the top producing agent in the county
        we have an a plus rating with the better business bureau
        we were voted best dentist in town three years running
        we manage more than two billion in assets
        companies such as boeing and ford already use our parts
        i just sold a house around the corner from you
        we have helped dozens of contractors in phoenix
        i am one of the most experienced brokers in the city
        we are a family owned business serving the area since nineteen eighty
        we are the only certified installer in the county
        """,
    "no-justification": """
        our customers typically save thirty percent in the first year
        we guarantee results or your money back
        the offer expires on friday so call soon
        there is a twenty percent discount if you sign up this month
        it comes with a free thirty day trial
        we helped a similar company cut its costs in half
        spots are limited so do not wait
        we have over five hundred five star reviews
        there is no risk and no cost to you
        our average client sees a return within ninety days
        i can only hold this price until the end of the month
        it has been proven to reduce absences by a third
        you pay nothing unless we win
        first time customers get fifty dollars off
        independent tests show that it lasts twice as long
        ninety percent of our clients renew every year
        there are only three places left on the course
        we will match any price that you find
        last month we saved a clinic like yours eleven thousand dollars
        we are backed by the state licensing board
        act now because this special ends tonight
        our last three listings sold in under a week
        """,
    "no-appointment": """
        i would love to schedule a quick demo for next week
        could we set up a fifteen minute call on thursday
        are you available tuesday at ten for a short meeting
        what does your calendar look like next week
        i would like to stop by your office on wednesday
        can i buy you a coffee next week to discuss
        please grab a time on my calendar
        let me know what day works best for you
        i was hoping to get twenty minutes on your calendar
        would love to get together over lunch
        let's find a time to sit down and talk
        we would like to invite you to a free consultation
        do you have half an hour on monday to meet
        i would like to come out and give you a free estimate
        when would be a good time to get together
        can we put something on the calendar
        how does thursday afternoon look for a call
        i have an opening on friday if you would like to come in
        please call us to schedule your visit
        let's get you in for a test drive
        i would like to book you in for a free inspection
        could you spare fifteen minutes on wednesday for a zoom
        we would love to have you come by the showroom
        """,
    "no-email": """
        i will follow up with an email this afternoon
        you can also reach me at dana at tallis dot com
        keep an eye on your inbox for my proposal
        """,
    "no-website": """
        check us out at tallis freight dot com
        you can find more information on our website
        visit our site to see the full range
        the booking link is in the text that i sent
        just google our name and you will find us
        you can book a time at calendly dot com slash nadia
        i put a link in the text that i sent you
        """,
    "strong-opening": """
        hi dana this is nadia i am just checking in to see if you got my proposal
        hi dana nadia again i wanted to circle back on my last message
        hi dana this is nadia i have been trying to get hold of you
        hi dana nadia here following up on the voicemail i left last week
        hi dana it is nadia sorry to bother you again
        hi dana this is nadia touching base about the quote
        hi dana this is nadia just a follow up to my email
        hi dana nadia again we keep missing each other
        hi dana it is nadia i called last week and did not hear back
        hi dana nadia here i wanted to follow up on my email from tuesday
        hey dana it's nadia i know you're busy so sorry for another message
        hi dana this is my third message
        hi dana just making sure you got the information that i sent
        """,
}
MET = {
    "no-product-pitch": """
        i have a quick question about how you handle freight
        ruth kemp suggested that i give you a call
        i am calling about your property on larch avenue
        i saw that you opened a second store congratulations
        call me back when you have a moment
        i work with bakeries on their accounts
        i am returning your call about the invoice
        you can reach me any time before six
        i noticed that your team is growing
        we check freight invoices
        i am a recruiter in leeds
        please ask for me by name
        there is something in your lease that i would like to show you
        your platform was down when i tried it this morning
        is your team still using spreadsheets for this
        i have some information about your claim
        """,
    "no-company-pitch": """
        this is nadia with tallis freight
        i have worked on your account since june
        i will be in your area for three days
        i spoke with your leading hand about the delivery
        your company was named in the paper
        i helped you with the order last year
        """,
    "no-justification": """
        please call me back in the next few days
        two of your invoices were charged twice last month
        most teams spend nine hours a week on this
        i will be in the office until five
        feel free to call me
        """,
    "no-appointment": """
        i am calling to confirm our meeting on tuesday
        give me a call back this week
        i will call you again on thursday
        have a great weekend
        it only takes five minutes on the phone
        i heard that you had a busy week
        i will try you again tomorrow afternoon
        i noticed your calendar was full at the show
        my schedule is open so call any time
        call me back and i will give you the details
        i will be at my desk all day tomorrow
        thank you for meeting with me last week
        """,
    "no-email": """
        call me back on this number
        i would rather tell you in person
        """,
    "no-website": """
        i noticed an error on your website
        your web site sends people to the old shop
        we build websites for barbers
        """,
    "strong-opening": """
        hi dana this is nadia i came across something about your invoices
        hi dana nadia from tallis ruth kemp asked me to call you
        hi dana i am returning your call about the quote
        hi dana nadia from tallis thanks for your message about the quote
        hi dana nadia here i have the figures that you asked for
        hi dana i have good news about your claim
        """,
    "asks-for-call-back": """
        please give me a call back at your earliest convenience
        call me on my mobile
        could you ring me back when you get a minute
        if that sounds interesting give me a shout
        i would appreciate a call back
        reach me at 0113 496 0107
        return my call when you can
        just hit me back on this number
        can you call me before friday
        i can be reached at 0113 496 0107 so please call
        call our office at 0113 496 0107
        please return this call as soon as possible
        i'd love for you to give me a call
        talk to me before you decide so ring me on 0113 496 0107
        """,
    "their-concern": """
        are you losing customers to the place across the street
        how much are missed calls costing you each month
        you are probably paying too much for freight
        i know that keeping good drivers is hard right now
        your energy bill may be higher than it should be
        companies like yours spend hours on payroll every week
        i have an idea that could bring you more customers
        your employees deserve a plan that protects their families
        staff turnover is up in your industry
        you may be missing tax credits
        i can show you how to get your evenings back
        your competitors are ranking above you on google
        a lot of owners tell me that cash flow keeps them awake
        the new rules could mean a fine for your clinic
        i saw that your shop was broken into last month
        you could be owed a refund on your business rates
        are your reps spending more time on paperwork than on selling
        rising premiums are hitting every clinic in the county
        i wondered how you are coping with the driver shortage
        you told me that no shows are a headache
        that storm did a lot of damage on your street
        i can help you sell more of your honey
        we noticed your listing expired without selling
        most owners i speak with are worried about finding enough help
        i would like to talk about reducing your workers comp costs
        your lease is up in june and rents are climbing
        are you happy with what you are paying for insurance
        i can help you avoid probate
        i saw a few negative reviews about wait times
        you might be leaving money on the table with your current processor
        our patients tell us that scheduling is a nightmare
        we help teams hit their quota
        """,
    "value-for-them": """
        i put together a short report on what your competitors charge
        i have an idea for your second location
        i know somebody who is looking for a supplier like you
        i have the figures that you asked for
        i found a mistake in your last three invoices
        i can share what other clinics are doing about it
        i would like to send you a free checklist on it
        the house next door to yours just sold
        i have a tip that could save you an hour a day
        there is a grant that most bakeries do not know about
        i can introduce you to a buyer in leeds
        we ran the numbers on your building and found something
        three families asked me this week about homes on your street
        i pulled a market report for your neighborhood
        i would like to share three ideas that worked for other schools
        i have a buyer who is interested in your building
        we found a few things on your site that are hurting your rankings
        i can give you a free valuation of your home
        i have some data on what your peers are paying
        rates dropped last week and it could change your numbers
        """,
    "reason-to-call": """
        i noticed something about your last invoice call me and i will explain
        i have an idea about your second location that i would like to run by you
        i found something in your public filing that you will want to know about
        a client of mine is asking for exactly what you make call me for the name
        there is an important update about your account please call me
        i have some news about your claim
        there is one thing in your contract that i think you should know before friday
        i was looking at your listing and had a question about the second photo
        ruth asked me to pass something on to you
        i spoke with someone who wants to buy two hundred units from you
        i have some information about your property that you should hear
        something came up in your file that i need to discuss with you
        i have two buyers who asked about your street
        i had a thought about the project that you mentioned
        i would love to share what we found when we looked at your ads
        i came across an article about your company and it gave me an idea
        """,
    "promises-brevity": """
        it will only take two minutes
        i just have a quick question
        i promise to be brief
        it is a five minute call
        i won't take up much of your time
        i only need a couple of minutes of your time
        this won't take long
        it is just a quick call
        """,
    "friendly-close": """
        thanks so much
        talk to you soon
        have a wonderful afternoon
        looking forward to your call
        all the best
        """,
}
NOT_MET = {
    "asks-for-call-back": """
        you can reach me at 0113 496 0107
        feel free to call me
        my number is 0113 496 0107
        there is no need to call me back
        i will call you again on thursday
        thanks for calling me back
        """,
    "their-concern": """
        we grew our profit by ten percent last year
        i am calling about our new printers
        please call me back on 0113 496 0107
        i hope that you are well
        i am the new agent for your area
        we are having a sale on office chairs
        i am calling about the appointment on tuesday
        i just wanted to introduce myself
        i am interested in your property on larch avenue
        """,
    "value-for-them": """
        i would like to tell you about our services
        please call me for a quote
        i am calling about your inquiry
        i would love to learn more about your business
        we have several options that might fit
        i am calling to see if you need any help
        """,
    "reason-to-call": """
        i am calling to introduce our company
        call me back for pricing
        i will send you an email with all the details
        we are running a special on tyres this week
        i am following up on the form that you filled in
        i would love to tell you more about our services
        i am calling to see if you are interested in selling your house
        just returning your call
        we have great rates right now
        """,
    "promises-brevity": """
        call me when you have a minute
        i would need about twenty minutes
        just leaving you a quick message
        """,
}


REASONS = {
    "met": """
        hi dana thanks for calling back i reached out about your warehouse lease
        i was calling about the message that you left us on friday about pricing
        i am following up on the quote that you requested for your roof
        yes i called because i found a mistake in your invoices
        thanks for getting back to me about the open position
        you had asked us for some information on solar panels
        i left you a voicemail regarding your account
        i was hoping to talk to you about your upcoming renewal
        this is nadia returning your call about the estimate
        """,
    "missed": """
        hi dana thanks for calling back how are you
        hello this is nadia how can i help you
        hi dana is now a good time to talk
        hi this is nadia i am returning your call
        who am i speaking with
        """,
}


def cases(table: dict[str, str], outcome: str) -> list[object]:
    return [
        pytest.param(check, line.strip(), outcome, id=f"{check}: {line.strip()[:60]}")
        for check, lines in table.items()
        for line in lines.strip().splitlines()
    ]


@pytest.mark.parametrize(
    ("check", "text", "outcome"), [*cases(MET, "met"), *cases(MISSED, "missed"), *cases(NOT_MET, "missed")]
)
def test_sentence_is_taken_for_what_it_is(check: str, text: str, outcome: str) -> None:
    findings = judge(read_request({"kind": "voicemail", "text": text}), PLAIN).findings
    assert next(one for one in findings if one.check == check).outcome == outcome


@pytest.mark.parametrize(
    ("outcome", "text"),
    [(outcome, line.strip()) for outcome, lines in REASONS.items() for line in lines.strip().splitlines()],
)
def test_reason_of_a_call_back(outcome: str, text: str) -> None:
    findings = judge(read_request({"kind": "callback", "text": text}), PLAIN).findings
    assert next(one for one in findings if one.check == "recalls-reason").outcome == outcome
