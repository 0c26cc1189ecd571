"""Classes of words for what keeps people awake (article 000 names the fields), and for what is found out for them.

Members are base forms; `vocabulary` knows their endings. `_` stands for a space.
"""

from __future__ import annotations

from collections.abc import Mapping

CLASSES: Mapping[str, str] = {
    # What is a worry wherever it is named.
    "TROUBLE": """abandon abandonment absenteeism accident ache aches addiction ageing_boiler allergy alzheimers anxiety arrears arson
        arthritic arthritis asbestos asthma at_risk attrition audit_finding back_pain backlash backlog
        backordered bad_credit bad_debt bad_review bankrupt bankruptcy bankrupting bedbug behind_on
        bereavement bill_shock billing_error blackmail blackout bleeding blindness blister blocked_drain blood_pressure
        bottleneck bounce_back bounced_check bounced_cheque breach break_down break_in breakage
        breakdown brownout budget_cut bug bullying burglar burglary burn_out burn_rate burned_out
        burnout burst_pipe by_hand cash_crunch catastrophe chargeback chase chase_up churn
        clog clunky clutter cockroach collection_agency complaint compliance contamination corrode
        corrosion counterfeit cracked cramp crash crime crisis customer_turnover cutback cyber_attack
        cyberattack damage damp data_loss dead_stock dead_zone deadhead deadline_penalty debt decay
        decline_in default defect deficit delayed_shipment delinquency delinquent dementia demurrage
        denial denied_claim deportation depression detention_fee deterioration diabetes disaster
        discrepancy disease dispute disruption dread double_billing double_booking double_taxation downtime
        drafty drain_on draughty driver_shortage dropout drought drown duplicate_charge duplicate_invoice
        dwell_time eating_into eczema emergency empty_bed empty_room empty_seat empty_unit embarrass erosion
        error_prone evict eviction exhausted exhaustion expiring eyesore failure fake_invoice
        falling_sales fatigue fee_increase feel_the_pinch fire_risk flea flood flooding food_waste
        foreclosure foul fraud friction frozen_pipe frustration gap_in garnish garnishment ghosting
        glitch go_cold go_quiet graffiti gridlock grime guesswork gum_disease hacker hail_damage handoff
        harassment hardship hassle hazard headache headcount_freeze heartburn heat_loss hemorrhage
        hidden_charge hidden_fee high_interest high_turnover hit_and_run home_invasion hunger
        identity_theft identity_thief idle_time illness impound inaccuracy inefficiency inefficient
        infection infertility infestation inflation injunction injury insolvency insomnia interruption
        jail jam jet_lag judgment_against knee_pain labour_shortage landslide lapse late_delivery
        late_fee late_payer late_payment late_shipment lateness lawsuit layoff leak leakage leaky
        liability lice lien litigation loneliness lonely long_wait loophole lose_sleep losing_sleep loss
        low_morale malware manual_entry manual_work manually meltdown mess mice migraine mildew
        misconfiguration misdiagnosis misfire mishap mismanage misprint missed_call missed_deadline
        missed_delivery missed_payment mistake misuse mold moan morale mosquito moss moth mould mugging neglect
        nightmare no_show noise noisy non_payment noncompliance obesity obsolete odor odour on_hold
        out_of_stock outage outgrow overbilled overbook overcharge overcharged overcrowded overdraft
        overdue overgrown overheat overheating overload overpay overpayment overrun overspend
        overspending overstaffed overstock overstretched overtime overwhelm overwhelmed overwork
        paper_based paper_jam past_due past_its_best payroll_error penalty phishing pile_up pileup
        pinch pipe_freeze plaque pollution poor_credit pothole power_cut price_hike price_increase
        price_rise price_war probate queue quiet_spell raccoon rank_above rat readmission recall
        recall_notice red_tape redundancy rejection relapse repossess repossession rework rising_cost
        risk rodent rot running_out rust sabotage safety_notice scalding scam scrap scrappage
        security_gap shoplifter shoplifting short_handed short_staffed shortage shortfall shrinkage
        shut_off shutdown sick_day sickness side_effect sinkhole skills_gap slip_and_fall sleepless slippage
        slow_payer slow_season slump smell snarl snore snoring soaring spam spillage spoil spoilage
        spoiler sprain squatter squirrel staff_leaving staff_shortage staff_turnover stale_leads
        sticking_point stockout stockouts stockpile stolen storm_damage strain stress strike_action
        stroke struggle subpoena subsidence substitute_coverage sunburn surcharge tailback tantrum
        tax_bill tax_debt tax_lien tax_penalty taxman termite theft thief thieves tight_deadline tight_market
        time_consuming tired_of too_loud toothache traffic_jam trespass trip_hazard tripping_out
        trouble_with truancy turnaway turnover ulcer unanswered uncertainty unclaimed undercut
        underinsurance underinsured underpaid underperforming understaffed undetected unemployment
        unfilled unhappy uninsured unpaid unplanned unprofitable unreliable unsold vacancy vandal
        vandalism vermin violation virus volatility vulnerability wage_claim wait_time waiting_list
        waiting_time wasp waste wasted_time warning_letter water_damage wear_and_tear wear_out weather_damage weed
        went_quiet wildfire wilt worry wound wrinkle wrong_address wrongful""",
    # What is measured, in work or life; a worry where it is theirs or is to change.
    "MEASURE": """acceptance_rate accounts_payable accounts_receivable acquisition_cost ad_spend admin admin_load
        admin_time aov apr arr attendance balance_due balance_sheet bill billing bookings bottom_line
        budget business_rates capacity car_payment card_fee cash cash_flow cashflow chair_time
        checkout_line churn churn_rate click_through close_rate cloud_bill cloud_spend collections
        commission completion_rate compliance_cost connection_rate conversion conversion_rate cost
        council_tax coverage_gap cpa credit_line credit_score crop csat customer_base customer_loyalty
        customer_satisfaction cycle_time data_entry debt_load deductible default_rate defect_rate
        delivery_cost delivery_time demand dropout_rate dso earnings efficiency electricity email_list
        energy_bill energy_cost energy_price energy_use engagement enrollment enrolment error_rate
        expense extra_cover extra_job fill_rate first_impression foot_traffic footfall freight_cost
        freight_spend fuel fuel_bill fuel_cost fuel_economy fuel_spend fundraising gas_bill gas_mileage
        grade graduation_rate gross_margin growth harvest headcount health_cost healthcare_cost heating heating_bill herd hold_time
        home_value house_price income insurance_cost insurance_premium interest_payment interest_rate
        internet_bill invoice labour_cost lead_time lifetime_value lineup load_factor loan_balance
        loan_payment loyalty maintenance_cost margin market_share marketing_spend medical_bill mileage
        milk_yield monthly_payment mortgage mortgage_payment mpg mrr new_business new_customer
        new_member new_patient newsletter nps occupancy occupancy_rate on_time_delivery open_rate
        operating_cost order_value output overhead overtime_hour paperwork payroll pension phone_bill
        pipeline power_bill premium productivity profit profitability property_tax quota quote_request
        ranking rate reading_level readmission_rate receivable recruitment_cost referral rent reply_rate
        response_rate response_time retention retention_problem retention_rate retirement revenue roi
        runway safety_record salary sales sales_cycle satisfaction saving saving_rate school_fee score
        search_ranking shelf_life shipping_bill shipping_cost show_rate sick_leave signup soil
        speed_to_lead spend staff_retention staffing staffing_cost star_rating student_loan takings tax
        tax_return team_morale test_result test_score ticket_sale time_saving time_to_hire tonnage
        traffic turnaround turnaround_time turnover_rate uptime utility_bill utility_cost utilization
        vacancy_rate valuation value vet_bill vet_fee visibility volume wage wage_bill wait_list
        waiting_room walk_in waste_bill water_bill weight wellbeing win_rate win_rates workflow workload
        yield""",
    # What is a worry only with more beside it: "more patients", "keep your drivers".
    "TOPIC": """asset audience basket booking caregiver claim click cover credit customer deal donation donor driver
        energy enquiry equity exam fee follower future guest health hour inquiry interest inventory job
        lead list listing member membership nurse order patient payment performance presence price
        prospect purchase rating renewal reputation response return review safety sale security sleep staff
        stock student subscriber talent target teacher technician tenant transaction visitor worker""",
    "CHANGE": """accelerate add attract automate avoid beat boost bring_down bring_in build climb close collapse control
        convert crowd_out cut cut_back cut_down decrease defend dip double drive drop eat_into eliminate
        expand fill fix free_up gain generate get_back get_more go_up grow halve hang_on hold_down
        hold_onto improve increase invest_in keep keep_up knock_off land leap lose lower manage maximize
        minimize multiply negotiate offset optimize pay_less plan_for plug plummet predict prevent
        protect raise ramp_up reach reclaim recoup recover recruit reduce refinance rein_in replace
        retain rise rocket save save_on scale secure shave shed shorten shrink slash slow_down soar
        solve speed_up spend spike squeeze stabilize staff stop strengthen stretch swell tackle
        take_down tighten track trim triple turn_into turn_round waste win win_back worry_about""",
    "MORE": """additional consistent empty enough extra falling faster fewer higher late less lost lower loyal missed
        more qualified quicker repeat rising slow steady unpaid""",
    # States in which something of theirs may be found.
    "FAULT": """about_to_expire billed_twice blocked blurry broken buried charged_twice climbing copied cracked crooked
        dead dead_end dirty doesnt_cover doesnt_exist doesnt_go doesnt_include doesnt_match doesnt_work
        dont_exist dont_go dont_work double_billed double_charged dripping dropped dropping_out
        duplicate duplicated empty exclude expired expiring exposed faded fake fallen flagged going_up
        gone_down gone_up hidden inconsistent incorrect insecure invisible jumped lack lapsed last_years
        leaking lifted lit loose loses losing misdirected mismatched missing misspelled misspelt
        not_found not_listed not_lit not_loading not_secure not_showing not_working omit open_at_night
        out_of_date out_of_warranty outdated overcharged overdue overgrown overpaying overpriced
        past_its peeling risen rotten rusty sagging standing_open still_has still_lists still_says
        still_shows stolen turning_away turning_up twice unanswered undelivered undercharging
        underinsured underpriced undervalued unfinished unlisted unlocked unprotected unregistered
        unsecured unsigned up_in vulnerable wide_open worth_less worth_more wrong""",
    "FLAW": """clause crack discrepancy error fault flaw gap hole issue leak loophole mismatch mistake omission problem
        risk typo""",
    "FIND": """catch come_across dig_up discover figure_out find find_out flag get_wind_of hear learn notice overhear
        pick_up_on read run_across see spot stumble_across stumble_on track_down uncover work_out""",
    "EXAMINE": """analyze audit benchmark calculate check compare count crunch_the_numbers dig_into drive_by drive_past
        go_over go_through inspect look_at look_into look_over look_through map measure price pull
        research review run_numbers run_the_numbers study survey test time walk_by walk_past""",
    "INFO": """advice analysis appraisal article benchmark best_practice blueprint booklet breakdown calculator cheat_sheet checklist
        comparison data draft e_book ebook figure finding guide heads_up health_check hint idea insight
        intel list map market_report market_update mock_up mockup observation one_pager plan playbook
        pointer quick_win recommendation report rundown sample scorecard shortlist sketch snapshot statistic strategy
        suggestion template thought tip toolkit trick valuation warning white_paper whitepaper worksheet write_up writeup""",
    "LIFE": """child children college dad estate family father funeral grandchild home house husband identity kid
        legacy livelihood loved_one mom mother mum nest_egg parent partner retirement roof savings
        school_fees spouse tuition wedding wife""",
    "NEWS": "answer change decision development news outcome result ruling update verdict",
    "FUND": """allowance bursary credit exemption fund grant rebate refund scheme scholarship subsidy tax_break""",
    "SEEKER": """applicant business buyer candidate client colleague company contractor couple customer developer family
        friend gentleman investor journalist lady neighbour patient photographer reporter school
        somebody someone student supplier tenant""",
    # Before a cost, what says nothing of its kind ("the costs", "with costs"), or that it is none ("setup costs").
    "BARE": """a additional all an and any application at by closing delivery entry extra fixed flat for free in is it
        joining low monthly no of on one_time or other our setup small that the these this to up_front upfront what which
        who with without zero""",
    # What they work with or live from, a concern where it is lost or there is more of it.
    "STOCK": """acre animal bale bed bird booking cargo car cattle chair cow crop desk diesel egg fish flower food fruit
        fuel grain harvest hay heat hectare herd lamb litre load machine milk money order parcel part passenger pallet power
        product room seat sheep shelf shift site slot stock straw table ticket time timber van vehicle water wheat yield""",
    # What may be pointed at without being told, and what is done with it.
    "NOTED": """anything bit clause code detail dish fact figure item letter line matter note notice number one page
        paragraph part point remark rule sentence setting something spot thing word""",
    "AWARE": "aware explain hear know learn look see tell",
    "SEEK": """ask_about ask_for be_after desperate_for hope_to hunt_for in_the_market interested_in keen_on like_to
        look_for look_to love_to need search_for take_on want""",
}
