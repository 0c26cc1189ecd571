"""Classes of words with which people offer: who, what it does, for whom, and what praises it.

Members are base forms; `vocabulary` knows their endings. `_` stands for a space.
"""

from __future__ import annotations

from collections.abc import Mapping

CLASSES: Mapping[str, str] = {
    "I": "i id ill im ive we wed weve",
    "ME": "me my our us",
    "YOU": "you youd youll your youre yours youve",
    "YOUR": "their your youre",
    "THEY": "he her his she their them they theyre theyve",
    "OUR": "my our",
    "DEGREE": """absolutely completely extremely fairly fully highly incredibly pretty quite rather really seriously so
        super surprisingly totally truly very""",
    "OFTEN": """actually all already also always basically been both can could currently do does easily even finally had
        has have just may might never normally now often only quickly really recently regularly should
        simply still typically usually will would""",
    "HELP": "allow assist empower enable equip help let",
    # What an offer does for those who take it. Verbs of mere contact and talk are left out.
    "GAIN": """accelerate accept access accomplish achieve acquire add afford aim align amplify anticipate attract
        audit automate avoid back_up balance beat become book boost break bring bring_back bring_in
        build buy calm capture catch centralize certify cheer clean clear climb close collect compete
        complete comply connect conquer conserve consolidate control convert cook cope cover create cure
        cut cut_down cut_out deal_with declutter defend deflect deliver deploy design detect deter
        develop diagnose digest digitize dispose diversify divert do double draw drive drop earn ease
        eliminate enforce engage enhance enjoy ensure enter escape exceed expand express extend
        fall_asleep feel fight fill filter finance find finish fit fix flag flip focus forecast forget
        free free_up fulfill fund furnish gain generate get get_back get_out get_rid get_through glow
        graduate grow guard halve handle hang_on heal hear heat hedge hire hit hold_on hold_onto
        identify implement improve increase insulate insure integrate invest juggle keep keep_on
        knock_off know_which land launch lay_off lead learn lengthen lift live locate lock_in look_after
        lose lower maintain make manage market master match maximize measure meet migrate minimize
        mitigate modernize monetize monitor move multiply navigate negotiate nurture obtain offload
        offset open optimize organize outperform overcome own park pass pay pay_down pay_off perform
        pick pin_down plan play plug predict prepare preserve prevent prioritize produce profit program
        protect prove publish qualify quit raise ramp_up rank reach read rebuild reclaim recognize
        reconcile recoup recover recruit recycle redesign reduce refinance refresh regain relax relieve
        remodel remove renew renovate rent repair repay replace resolve respond rest restore restructure
        retain retire reuse revamp reverse revive rid route run run_rings satisfy save save_on scale
        scale_up schedule screen secure sell serve settle sharpen shave shed ship shorten shrink
        simplify skip slash sleep slow smooth soften solve speed speed_up spend split spot stabilize
        standardize start stay steer stick_to stop store streamline strengthen stretch strip succeed
        swap switch sync tackle take tame target tidy_up tighten track transform transition travel treat
        trim triple troubleshoot turn unclog uncover understand_where unify unlock unwind update upgrade
        upskill use utilize verify walk wash weather win win_back wipe_out withstand work write
        write_off zero_in""",
    # What a product does, said of it in the third person.
    "DOES": """adapt adjust alert automate back_up beat block boost bring calculate capture catch charge check clean
        come_with connect contain convert cool cost cover create cure cut deliver detect deter digitize
        double drain dry ease eliminate enable ensure extract feature fill filter find finish fit fix
        flag float fold free generate get give grow guarantee guard halve handle heal heat help hold
        hook_up improve include increase install insulate integrate keep last learn let lift lower make
        map match measure melt monitor move nourish outlast outperform pay pay_for pick_up plug_in
        predict prevent print protect provide pull purify put record reduce remind remove repair repel
        replace report resist retain route run save scan score screen seal send sense shrink simplify
        sit slide smooth soothe sort speed_up spot stay stop strengthen suit summarize sync take
        take_care talk_to tell test tidy track train transcribe translate turn unlock update use warn
        wash watch weigh wick work""",
    # What is said of a product as "it".
    "IT_DOES": """adapt alert automate block calculate charge_itself come_in come_with connect cool cover cut deliver
        detect dry eliminate fit float fold give_you_a give_your handle heat hook_up include integrate
        last let monitor notify pay_for plug record remind repel replace run_off run_on save scan seal
        silence smooth speed_up stick_to stitch summarize sync talk_to tell_you tidy track transcribe
        translate use_half use_less warn wash work_like work_offline work_on""",
    "TOOL": """app assistant camera course dashboard device engine filter kit machine model package plan platform
        plugin policy product program programme range sensor service software solution system technology
        tool""",
    "MADE": """approve assemble back bake brew build certify cure deliver design forge grow guarantee hand_make
        hand_pick harvest include insure love make mill patent press price rate roast ship smoke source
        test train trust use vet wear weld""",
    "MAKE": """build come_up_with create design develop engineer introduce invent launch make release roll_out""",
    "SELL": """bake brew build carry deliver design do fit have install lease make manufacture offer provide rent sell
        stock supply""",
    "EASY": """affordable breeze cheap cheaper childs_play cinch doddle easier easy effortless faster fun hassle_free
        less_painful painless possible quick quicker safe safer seamless simple simpler smoother snap
        straightforward stress_free""",
    "GOOD": """advanced affordable amazing attractive award_winning awesome beautiful bespoke best best_selling
        brilliant cheap cheaper cheapest comfortable comfy competitive cost_effective cosy custom
        customized cutting_edge dedicated delicious discreet durable easiest easy_to_use eco_friendly
        effortless elegant energy_efficient ergonomic excellent exceptional exciting exclusive fair
        fantastic fastest favourable finest first_class first_rate flexible fresh freshest fully_managed
        game_changing generous gorgeous great greatest hand_made handmade high_quality hottest ideal
        impressive incredible innovative intuitive life_changing lightweight long_lasting low lowest
        luxurious luxury no_nonsense one_of_a_kind organic outstanding patented perfect personalized
        popular powerful premium proven quickest reasonable reliable remarkable revolutionary robust
        safest seamless second_to_none sensible simple_to_use simplest sleek smartest state_of_the_art
        strongest stunning sturdy superb superior sustainable tailored tastiest terrific top_notch
        top_quality top_selling unbeatable unique unlimited unmatched unparalleled unrivalled
        user_friendly versatile waterproof wonderful world_class""",
    "PRODUCT": """account ad advertising agent alarm annuity apartment api app application approach assistant bag bandage
        banner bathroom battery bearing bed beer blend blind boiler bookkeeping boot bot bottle box
        bread brick brochure bundle cable cake camera campaign car card carpet case chair charger
        chatbot class cleaner cleaning clinic coach coaching coffee community condo consultant course
        cover coverage crane cream credit_line crew cruise curriculum curtain dashboard deal deck
        delivery design desk device door dressing drink driver engine engineer equipment expert fabric
        feed fence fertilizer filter finance financing flat floor food forklift formula freezer freight
        fryer fund garden gate generator glasses glove gown guarantee gym headset hearing_aid heat_pump
        heater home house implant insert installer instructor insurance invoice_finance jacket kit
        kitchen label laptop lens lesson lift line listing loan lock lot machine maintenance mask
        material mattress meal membership menu method mill model mortgage newsletter offer oil option
        oven package package_holiday packaging page paint pallet panel part patio payroll pension people
        phone photo pillow pipe plan platform plot plugin policy pool portal pouch press price print
        printer process product program programme property pump range rate recipe removal repair roof
        room router salon scanner scrub seat seed selection sensor server service servicing shipping
        shoe sign snack sofa software solution spa special staff storage studio stylist subscription
        suite supplement system table tablet tea teacher team technician technology template test
        therapy ticket tile tire tool toolkit tour trailer trainer training transport treatment truck
        turbine tutor tyre uniform unit valve van venue video villa vitamin warranty website wheelchair
        widget window wine workshop workwear""",
    "OFFER": """bonus coupon deal discount incentive introductory_rate offer package price price_cut promotion rate
        rebate sale special trial voucher""",
    # People and the firms that they work in, as those whom an offer is for.
    "FOLK": """academy accountant adult agency agency_owner agent airline alumni analyst arborist architect athlete
        attorney audiologist baker bakery bank barber bodyshop borrower boutique brand brewery broker
        brokerage builder bursar business butcher buyer cafe call_centre care_home caregiver carer
        carpenter carrier caterer ceo cfo charity child childcare_centre chiropractor church city
        cleaner client clinic club cmo coach college commuter company congregation contact_centre
        contractor convenience_store coo council county couple creche crew cto customer cyclist dad
        daycare dealer dealership dentist department designer developer developer_team diner director
        distributor district doctor donor driver ecommerce_brand electrician employee engineer
        entrepreneur estate_agent executive expert exporter facility_manager factory family fan farm
        farmer finance_team firm fishmonger fitter fleet florist follower foreman foundation founder
        freelancer friend funeral_home garage gardener golfer government grandparent grocer group guest
        gym haulier head him_team homeowner hospice hospital hospital_trust hotel hr_manager hr_team
        importer installer insurer investor it_team janitor jeweller joiner kid lab landlord landscaper
        lawyer leader leadership_team lender library man manager manufacturer marketer marketing_team
        mason mechanic member merchant midwife mom msp mum municipality museum neighbour nonprofit nurse
        nursery nursing_home office online_store operations_team operator optometrist organization
        orthodontist owner painter paralegal parent partner partnership patient pensioner people
        pharmacy physio physiotherapist plant plasterer player plumber podiatrist policyholder practice
        principal printer professional programmer provider publisher pupil reader realtor recruiter rep
        researcher resident restaurant retailer retiree roofer runner sales_team salespeople salesperson
        salon saver school scientist seller seller_team senior service_team shareholder shipper shop
        shopper site_manager solicitor spa staff startup state store student studio stylist subscriber
        supermarket supplier support_team surgeon surgery surveyor taxpayer teacher team technician
        tenant theatre therapist tourist trade_business tradesman tradesmen tradespeople trainer
        traveller trucker trucking_company tutor underwriter university user utility venue vet veteran
        viewer vineyard visitor volunteer warehouse wholesaler winery woman worker workshop""",
    "PROOF": """accreditation award case_study certification endorsement guarantee money_back rating reference refund
        study testimonial trial warranty""",
    "TOP": """best_known best_loved best_rated biggest busiest fastest_growing finest foremost go_to highest_rated
        largest leading longest_established longest_running most_respected most_trusted number_one
        oldest premier top top_producing top_rated top_selling""",
    "LOTS": """NUM all almost biggest both countless dozen every half hundred largest leading lot majority many most
        nearly over plenty quarter score several third thousand top""",
    "WEEKDAY": """friday monday next_week saturday sunday this_week thursday today tomorrow tonight tuesday wednesday
        weekend""",
    # What changes plainly for the better or worse where it is done.
    "STRONG": """automate bump cut cut_down double eliminate halve lift lower quadruple raise recover reduce save shave
        shorten shrink slash speed_up streamline trim triple""",
    "COMPARATIVE": """better brighter cheaper cleaner easier faster fresher lighter longer lower more_accurate
        more_reliable quicker quieter safer simpler smarter softer stronger tougher warmer""",
    # What a firm has that it does not sell: "our office", "our last call".
    "UNSOLD": """accountant address appointment boss calendar call chat company conversation crew date day daughter email
        engineer exchange family father file firm friend hour inspector kid last lease letter line lunch manager
        meeting meetup message mom mother name neighbour note notes number office paperwork phone plant
        record schedule secretary shop son talk team territory time tour visit voicemail warehouse website wife
        year""",
    # Whose doings are news, not an offer of the caller's.
    "AUTHORITY": """agency airline authority bank board city commission commune council county court district federal
        fire_department government hmrc irs legislature library maker manufacturer ministry regulator
        school_board state town treasury utility village""",
    "ITS": "it its that thats theres these they theyre this",
}
